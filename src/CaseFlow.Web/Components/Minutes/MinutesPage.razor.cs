using System.Globalization;
using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Minutes;

/// <summary>The minutes of a meeting: the draft, the writing with versions and their differences, comments, and the one road to the signing.</summary>
public sealed partial class MinutesPage(
    MinutesReader reader, SaveMinutes saving, CompleteTask completion, AccountTitles titles, BundleCatalog bundles, CurrentActor actors,
    FormState state, NavigationManager navigation)
{
    private const string TextField = "anteckning";
    private static readonly Texts T = Texts.For("Minutes");

    private MinutesView? _view;
    private IReadOnlyDictionary<string, string> _names = new Dictionary<string, string>(StringComparer.Ordinal);
    private string _draft = "";
    private Collision? _collision;
    private Comparison? _compared;
    private bool _isAnswering;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    /// <summary>Of the meeting, when the page is asked for from it.</summary>
    [Parameter] public Guid Id { get; set; }

    /// <summary>Of the task, when the page is asked for from the list of tasks.</summary>
    [Parameter] public string? Address { get; set; }

    [SupplyParameterFromQuery(Name = "sparat")] private string? Saved { get; set; }

    [SupplyParameterFromQuery(Name = "fran")] private int? From { get; set; }

    [SupplyParameterFromQuery(Name = "till")] private int? To { get; set; }

    private string Path => $"/moten/{_view?.Meeting.Meeting.Id}/anteckning";

    private string Text => _view?.Last?.Text ?? _draft;

    protected override async Task OnInitializedAsync()
    {
        // A posted text is judged by the use case, also when the minutes are sent on by now.
        _isAnswering = state.IsPosted("minutes") && !state.IsRestored;
        await Load(TaskAddress.TryParse(Address ?? "", out var task) ? task.InstanceId : Id);
        if (_view is null)
            navigation.NotFound();
        else if (To is { } to && TextOf(From ?? 0) is { } older && TextOf(to) is { } newer)
            _compared = new(From ?? 0, to, older, newer);
    }

    private async Task Load(Guid meetingId)
    {
        var ct = Http.RequestAborted;
        if (await reader.Find(await actors.Get(ct), meetingId, ct) is not { } view)
            return;
        _view = view;
        _names = await titles.Of(view.Versions.Select(v => v.WrittenBy).Concat(view.Comments.Select(c => c.WrittenBy)).Concat(view.Signatures.Select(s => s.SignedBy)), ct);
        if (await bundles.Current(ct) is { } bundle)
            _draft = MinutesDrafts.Of(view, bundle);
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static string StatusText(MinutesView view) => view.Last is null ? T["status.draft"] : T["status", view.Last.Version, view.ValidSignatures.Count()];

    private string Who(string? account) => _names.GetValueOrDefault(account ?? "", T["unknown"]);

    private string? TextOf(int version) => version == 0 ? _draft : _view?.Versions.FirstOrDefault(v => v.Version == version)?.Text;

    private async Task Send(FormPost post)
    {
        var view = _view ?? throw new InvalidOperationException("A form was posted on a page that shows none.");
        _isAnswering = false;
        var seen = post.Number("anteckningsversion") ?? 0;
        var refusals = post["_step"] == "send" && TaskAddress.TryParse(post["_address"], out var task)
            ? await GoOn(post, task, seen)
            : await Save(post, view.Meeting.Meeting.Id, seen);
        if (refusals is null)
            return;
        if (refusals[0].Kind == RefusalKind.Stale)
        {
            await Load(view.Meeting.Meeting.Id);
            _collision = new(TextOf(seen) ?? "", post[TextField]);
        }

        state.Refuse(refusals);
    }

    private async Task<IReadOnlyList<Refusal>?> Save(FormPost post, Guid meetingId, int seen)
    {
        var saved = await saving.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new(meetingId, seen, post[TextField], _draft), Http.RequestAborted);
        if (!saved.IsAccepted)
            return saved.Refusals;
        navigation.NavigateTo($"{Path}?sparat={(saved.Value.IsMerged ? "sammanfogat" : "ja")}");
        return null;
    }

    private async Task<IReadOnlyList<Refusal>?> GoOn(FormPost post, TaskAddress task, int seen)
    {
        var version = long.TryParse(post["_task"], NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;
        var answers = FormView.Answers(post.Form);
        var done = await completion.Handle(
            await actors.Get(Http.RequestAborted), post.RequestId, new(task, version, seen == 0 ? answers.Without("anteckningsversion") : answers), Http.RequestAborted);
        if (!done.IsAccepted)
            return done.Refusals;
        navigation.NavigateTo($"/att-gora?klart={task}");
        return null;
    }

    private sealed record Collision(string Origin, string Mine);

    private sealed record Comparison(int From, int To, string Older, string Newer);
}
