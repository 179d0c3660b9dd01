using Microsoft.AspNetCore.Components;
using Microsoft.Extensions.Primitives;

namespace CaseFlow.Web.Components.Shared.Forms;

/// <summary>What all fields share: name, label, hint, the typed text and the fault that stands beside it.</summary>
public abstract class FieldComponent : ComponentBase, IDisposable
{
    [Inject] private protected FormState State { get; private set; } = null!; // set by the renderer before first use

    [CascadingParameter] private protected PostForm Form { get; private set; } = null!; // a field stands in a form

    /// <summary>The name under which the value is posted, and which refusals point at.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required string Label { get; set; }

    [Parameter] public string? Hint { get; set; }

    /// <summary>The value before anybody typed. What was posted wins over it.</summary>
    [Parameter] public string? Value { get; set; }

    /// <summary>Adds "(frivilligt)" to the label. Fields are compulsory unless this is set.</summary>
    [Parameter] public bool Optional { get; set; }

    /// <summary>The label is drawn as the page's main question.</summary>
    [Parameter] public bool Large { get; set; }

    private protected string Id => Form.IdOf(Name);

    private protected string? Error => State.ErrorOf(Form.Name, Name);

    private protected string? Current => State.Values(Form.Name, Name) is { } posted ? posted.ToString() : Value;

    private protected StringValues CurrentAll(IEnumerable<string>? initial) =>
        State.Values(Form.Name, Name) ?? new StringValues(initial?.ToArray() ?? []);

    private protected string? DescribedBy
    {
        get
        {
            var ids = string.Join(' ', new[] { Hint is null ? null : Id + "-hint", Error is null ? null : Id + "-error" }.Where(i => i is not null));
            return ids.Length == 0 ? null : ids;
        }
    }

    private protected string? Invalid => Error is null ? null : "true";

    protected override void OnInitialized() => State.Changed += Redraw;

    public void Dispose()
    {
        State.Changed -= Redraw;
        GC.SuppressFinalize(this);
    }

    private void Redraw(object? sender, EventArgs change) => _ = InvokeAsync(StateHasChanged);
}
