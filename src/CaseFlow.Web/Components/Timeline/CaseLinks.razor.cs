using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Intake;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Timeline;

/// <summary>The cases that a case belongs with, and what joins them.</summary>
public sealed partial class CaseLinks(
    LinkCases linking, ReopenCase reopening, DocumentRegister documents, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Cases");

    private bool _mayLink;

    [Parameter, EditorRequired] public required Guid CaseId { get; set; }

    [Parameter, EditorRequired] public required IReadOnlyList<LinkedCase> Links { get; set; }

    [Parameter, EditorRequired] public required string Page { get; set; }

    /// <summary>The case is closed and the reader speaks for whoever handed it in.</summary>
    [Parameter] public bool MayReopen { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private static IReadOnlyList<Choice> Kinds => [.. LinkCases.ByHand.Select(k => new Choice(k.ToString(), T[$"links.kind.{k}"]))];

    protected override async Task OnInitializedAsync() =>
        _mayLink = await documents.MayWrite(await actors.Get(Http.RequestAborted), CaseId, Http.RequestAborted);

    private static string Told(LinkedCase link) => T[$"links.{link.Kind}.{(link.IsFrom ? "from" : "to")}"];

    private static string Unlinking(LinkedCase link) => $"unlink-{link.Other.Id:N}-{link.Kind}";

    private async Task Link(FormPost post)
    {
        // What is not one of the choices is refused by the use case, as a kind that nobody sets by hand.
        var kind = Enum.TryParse<CaseLinkKind>(post["slag"], out var chosen) ? chosen : CaseLinkKind.CameOutOf;
        Finish(await linking.Handle(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, post["nummer"], kind, Http.RequestAborted));
    }

    private async Task Remove(LinkedCase link) =>
        Finish(await linking.Remove(await actors.Get(Http.RequestAborted), requestId: null, CaseId, link.Other.Id, link.Kind, Http.RequestAborted));

    private async Task Reopen(FormPost post)
    {
        var outcome = await reopening.Handle(await actors.Get(Http.RequestAborted), post.RequestId, CaseId, post["skal"], Http.RequestAborted);
        if (outcome.IsAccepted)
            navigation.NavigateTo($"/arenden/{outcome.Value.Number}?inlamnat=ja");
        else
            state.Refuse(outcome.Refusals);
    }

    private void Finish(Cases.Language.Outcome<CaseReceipt> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo(Page + "#links");
        else
            state.Refuse(outcome.Refusals);
    }
}
