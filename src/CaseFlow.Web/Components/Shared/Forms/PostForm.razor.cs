using System.Security.Cryptography;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Shared.Forms;

/// <summary>A form that is posted to the page it stands on. Works without script.</summary>
public sealed partial class PostForm
{
    /// <summary>Posted when only the look of the form is asked for.</summary>
    public const string RedrawField = "_redraw";

    private readonly string _requestId = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>Unique on the page; tells the posted form from its neighbours.</summary>
    [Parameter, EditorRequired] public required string Name { get; set; }

    [Parameter, EditorRequired] public required RenderFragment ChildContent { get; set; }

    /// <summary>Called with what was posted. Not called for a form that came too late.</summary>
    [Parameter] public EventCallback<FormPost> OnSubmit { get; set; }

    /// <summary>Where to post; the page itself when null.</summary>
    [Parameter] public string? Action { get; set; }

    [Parameter] public string? Class { get; set; }

    /// <summary>True when the form sends files.</summary>
    [Parameter] public bool Files { get; set; }

    /// <summary>False tells the browser not to keep what is typed.</summary>
    [Parameter] public bool Autocomplete { get; set; } = true;

    /// <summary>True asks before a page with unsent text is left (where scripts run).</summary>
    [Parameter] public bool Guard { get; set; }

    /// <summary>True when parts of the form come and go with the answers: a change then asks the server which, and sends nothing.</summary>
    [Parameter] public bool Redraw { get; set; }

    /// <summary>True when the form keeps itself as a draft while it is written (js/draft.js).</summary>
    [Parameter] public bool Autosave { get; set; }

    /// <summary>Set before field ids when the page has several forms with equal field names.</summary>
    [Parameter] public string? FieldPrefix { get; set; }

    internal string Id => "form-" + Name;

    internal string IdOf(string field) => (FieldPrefix is null ? "" : FieldPrefix + "-") + field;

    protected override void OnInitialized()
    {
        if (FieldPrefix is not null)
            State.UsePrefix(Name, FieldPrefix);
    }

    private Task Submit() => State.Posted is { } posted && !posted.ContainsKey(RedrawField)
        ? OnSubmit.InvokeAsync(new FormPost(posted))
        : Task.CompletedTask;
}
