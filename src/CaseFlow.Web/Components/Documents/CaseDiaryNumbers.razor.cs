using CaseFlow.Cases.Documents;
using CaseFlow.Cases.Language;
using CaseFlow.Web.Components.Shared.Forms;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Documents;

/// <summary>The registration numbers of a case, party by party; who acts for a party records and removes that party's own.</summary>
public sealed partial class CaseDiaryNumbers(DocumentRegister register, RegisterDiaryNumber numbering, CurrentActor actors, FormState state, NavigationManager navigation)
{
    private static readonly Texts T = Texts.For("Documents");

    private IReadOnlyList<ExternalDiaryNumber> _numbers = [];
    private IReadOnlyList<string> _mine = [];

    [Parameter, EditorRequired] public required Guid SubjectId { get; set; }

    [Parameter, EditorRequired] public required string Page { get; set; }

    [Parameter, EditorRequired] public required OrganisationNames Names { get; set; }

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    private FormState State => state;

    protected override async Task OnInitializedAsync()
    {
        var actor = await actors.Get(Http.RequestAborted);
        _numbers = await register.DiaryNumbers(SubjectId, Http.RequestAborted);
        _mine = [.. actor.Grants.Select(g => g.Side).OfType<string>().Distinct(StringComparer.Ordinal)];
    }

    private static string Removing(ExternalDiaryNumber row) => "diary-remove-" + row.Id.ToString("N");

    private async Task Register(FormPost post) =>
        Finish(await numbering.Handle(await actors.Get(Http.RequestAborted), post.RequestId, SubjectId, post["party"], post["number"], Http.RequestAborted));

    private async Task Remove(FormPost post) =>
        Finish(await numbering.Remove(await actors.Get(Http.RequestAborted), post.RequestId, Guid.TryParse(post["_number"], out var id) ? id : Guid.Empty, Http.RequestAborted));

    private void Finish(Outcome<string> outcome)
    {
        if (outcome.IsAccepted)
            navigation.NavigateTo(Page);
        else
            state.Refuse(outcome.Refusals);
    }
}
