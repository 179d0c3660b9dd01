using CaseFlow.Cases.Escalation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Web.Hosting;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Escalation;

/// <summary><em>Till SRO</em>: the packages that wait above, those that were answered, and the reader's own tasks with them.</summary>
public sealed partial class EscalationPage(EscalationList list, TaskList tasks, BundleCatalog bundles, CurrentActor actors, TimeProvider time)
{
    private const int Shown = 100;
    private static readonly Texts T = Texts.For("Escalation");

    private IReadOnlyList<Escalated> _waiting = [];
    private IReadOnlyList<Escalated> _answered = [];
    private IReadOnlyList<TaskListItem> _mine = [];
    private OrganisationNames _names = OrganisationNames.None;

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        if (await bundles.Current(ct) is { } bundle)
            _names = OrganisationNames.Of(bundle);
        _waiting = await list.Of(answered: false, Shown, ct);
        _answered = await list.Of(answered: true, Shown, ct);
        _mine = [.. (await tasks.For(await actors.Get(ct), ct)).Where(t => t.CommandName is { } command && EscalationList.Commands.Contains(command))];
    }

    private int Days(EscalationPackage package) => SwedishDates.Day(time.GetUtcNow()).DayNumber - SwedishDates.Day(package.ReceivedAt).DayNumber;

    private static DateOnly? Day(DateTimeOffset? moment) => moment is { } at ? SwedishDates.Day(at) : null;
}
