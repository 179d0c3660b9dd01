using System.Globalization;
using CaseFlow.Cases.Intake;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Timeline;
using CaseFlow.Engine.Model;
using CaseFlow.Web.Language;
using Microsoft.AspNetCore.Components;

namespace CaseFlow.Web.Components.Processes;

/// <summary><em>Så går ett ärende till</em> (R53): the process that new cases start with and what it calls, every status, every seat without names.</summary>
public sealed partial class ProcessPage(BundleCatalog bundles, InstancePositions positions, CaseList cases, SeatRegister register, TimeProvider time)
{
    private static readonly Texts T = Texts.For("Processes");

    private ModelBundle? _bundle;
    private IReadOnlyList<Drawn> _diagrams = [];
    private IReadOnlyList<StatusLine> _statuses = [];
    private List<BodySeats> _bodies = [];

    [CascadingParameter] private HttpContext Http { get; set; } = null!; // always set in static rendering

    protected override async Task OnInitializedAsync()
    {
        var ct = Http.RequestAborted;
        _bundle = await bundles.Current(ct);
        if (_bundle is not { } bundle || bundle.Processes.FirstOrDefault(p => p.MessageStarts.Any(m => m.MessageName == SubmitCase.StartMessage)) is not { } first)
            return;
        var processes = WithCalled(bundle, first);
        var counts = (await positions.Count(CaseOrigins.SubjectKind, ct)).ToLookup(c => c.ProcessId, StringComparer.Ordinal);
        _diagrams = [.. processes.Select(p => new Drawn(p, Marks(p, counts[p.Id])))];
        _statuses = Statuses(processes, (await cases.Statuses(ct)).ToDictionary(s => s.Key, s => s.Cases, StringComparer.Ordinal));
        await Seat(DeployedOrganisation.Of(bundle).Organisation, OrganisationNames.Of(bundle), ct);
    }

    private async Task Seat(OrganisationModel organisation, OrganisationNames names, CancellationToken ct)
    {
        var today = SwedishDates.Day(time.GetUtcNow());
        foreach (var body in organisation.BodiesAt(today))
        {
            var roll = await register.At(body.Key, today, ct);
            if (roll.Seats.Count == 0)
                continue;
            _bodies.Add(new(body.Key, body.Name.Current, body.Mandate?.Current, [.. roll.Seats.Select(s => new SeatLine(
                names.Find(s.Owner.Key) ?? s.Owner.Key, s.Title, organisation.FindSeatKind(s.Kind)?.Name.Current ?? s.Kind, s.Side is null ? "" : names.Side(s.Side)))]));
        }
    }

    // The process, then what it calls, in the order of the first call.
    private static List<ProcessModel> WithCalled(ModelBundle bundle, ProcessModel first)
    {
        List<ProcessModel> found = [first];
        for (var i = 0; i < found.Count; i++)
        {
            foreach (var called in found[i].Elements.Select(e => e.CalledProcessId).OfType<string>())
            {
                if (bundle.FindProcess(called) is { } process && !found.Contains(process))
                    found.Add(process);
            }
        }

        return found;
    }

    private static List<DiagramMark> Marks(ProcessModel process, IEnumerable<TokenCount> counts) =>
    [
        .. from count in counts
           let element = process.FindElement(count.ElementId)
           where element is not null && element.Name is not null
           orderby element.Index
           select new DiagramMark(element.Id, element.Called()?.Current ?? element.Id, T.Count("cases-here", count.Instances), count.Instances),
    ];

    private static List<StatusLine> Statuses(IReadOnlyList<ProcessModel> processes, Dictionary<string, int> cases) =>
    [
        .. from element in processes.SelectMany(p => p.Elements)
           where element.Status is not null
           group element by element.Status!.Key into said // the line above keeps those without out
           let status = said.First().Status! // so does that line here
           select new StatusLine(
               CultureInfo.CurrentUICulture.TwoLetterISOLanguageName == "en" ? status.En : status.Sv,
               T.Find("status." + said.Key) ?? ModelNames.Together(said.Select(e => e.Called())).Current,
               ModelNames.Together(said.Select(e => e.Lane())).Current,
               cases.GetValueOrDefault(said.Key)),
    ];

    private static string Label(Drawn diagram) => diagram.Process.Called().Current + ". " + (diagram.Marks.Count > 0 ? T["diagram-counts"] : T["diagram-empty"]);

    private sealed record Drawn(ProcessModel Process, IReadOnlyList<DiagramMark> Marks);

    private sealed record StatusLine(string Name, string Means, string Lanes, int Cases);

    private sealed record BodySeats(string Key, string Name, string? Mandate, IReadOnlyList<SeatLine> Seats);

    private sealed record SeatLine(string Organisation, string Role, string Kind, string Side);
}
