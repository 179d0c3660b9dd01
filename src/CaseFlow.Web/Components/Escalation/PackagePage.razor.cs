using System.Text.Json;
using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Tasks;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Feel;
using CaseFlow.Web.Components.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Escalation;

/// <summary>The package of one case: every time that it was lifted and the papers that were written, on pages of paper.</summary>
public sealed partial class PackagePage(
    CaseList cases, EscalationList list, TaskPage tasks, CurrentActor actors, NavigationManager navigation, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Escalation");

    private CaseRow? _case;
    private IReadOnlyList<EscalationPackage> _packages = [];
    private List<Paper> _papers = [];
    private OrganisationNames _names = OrganisationNames.None;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    [Parameter] public string Number { get; set; } = "";

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        var found = await cases.Find(Number, ct);
        if (found is not null)
            _packages = await list.OfCase(found.Id, ct);
        var papers = found is null ? [] : await list.Papers(found.Id, ct);
        if (found is null || (_packages.Count == 0 && papers.Count == 0))
        {
            navigation.NotFound();
            return;
        }

        _case = found;
        var actor = await actors.Get(ct);
        foreach (var address in papers)
        {
            if (await tasks.Read(actor, address, ct) is { IsAccepted: true } read)
                Add(read.Value);
        }
    }

    private void Add(TaskView view)
    {
        _names = OrganisationNames.Of(view.Bundle);
        if (view.Form is not { } schema || view.Task.EndedAt is not { } at)
            return;
        var environment = new FeelEnvironment(time.GetUtcNow());
        var form = new FormView(schema, new(view.Variables, environment), view.Variables, environment, FeelContext.Empty, _names.Find);
        var answers = view.Answers is { } json ? FormAnswers.FromJson(JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(json) ?? []) : null;
        _papers.Add(new(view.Task.Called.Current, at, form, answers));
    }

    /// <param name="Answers">Null once they were erased.</param>
    private sealed record Paper(string Title, DateTimeOffset At, FormView Form, FormAnswers? Answers);
}
