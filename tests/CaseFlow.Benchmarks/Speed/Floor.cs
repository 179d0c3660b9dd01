namespace CaseFlow.Benchmarks.Speed;

/// <summary>
/// The physical limit to compare with: the reference process written by hand as a switch. It keeps the same books (each step a
/// fact in a list, tasks by key, a variable) and knows no model.
/// </summary>
internal sealed class Floor
{
    private readonly List<(int Key, string Task)> _open = [];
    private readonly List<string> _joined = [];
    private string _route = "";
    private int _key;

    public bool IsEnded { get; private set; }

    public List<FloorFact> Facts { get; } = [];

    public (int Key, string Task) FirstOpen => _open[0];

    public int OpenCount => _open.Count;

    public void Start()
    {
        Facts.Add(new("started", "start"));
        Open("komplettera");
    }

    public void Complete(int key, string? route)
    {
        var at = _open.FindIndex(t => t.Key == key);
        var task = _open[at].Task;
        _open.RemoveAt(at);
        Facts.Add(new("done", task));
        switch (task)
        {
            case "komplettera":
                Open("sortera");
                break;
            case "sortera":
                _route = route ?? "";
                Facts.Add(new("set", _route));
                Choose();
                break;
            case "bered-a" or "bered-b":
                _joined.Add(task);
                if (_joined.Count == 2)
                    End();
                break;
            default:
                End();
                break;
        }
    }

    private void Choose()
    {
        switch (_route)
        {
            case "VVG":
                Open("bered-a");
                Open("bered-b");
                break;
            case "PARTS":
                Open("part");
                break;
            default:
                Open("sro");
                break;
        }
    }

    private void Open(string task)
    {
        _open.Add((++_key, task));
        Facts.Add(new("opened", task));
    }

    private void End()
    {
        IsEnded = true;
        Facts.Add(new("ended", "slut"));
    }
}

internal sealed record FloorFact(string Kind, string About);
