using CaseFlow.Cases.Dashboards;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Dashboards;

/// <summary>Reads the indicators in words; page and files show the same.</summary>
public sealed class IndicatorReader(FlowFigures flows, CaseFigures figures, SpreadRegister spreads, BundleCatalog bundles, TimeProvider time)
{
    private const string Baseline = "informationsandel-utgangslage";
    private const string Ceiling = "informationsandel";

    /// <param name="scope">Which cases; meetings and spreads of the same time.</param>
    /// <param name="query">The page's query, for links to the rest of the dashboard.</param>
    public async Task<IReadOnlyList<Indicator>> Read(FigureScope scope, string query, CancellationToken ct)
    {
        ArgumentNullException.ThrowIfNull(scope);
        var now = time.GetUtcNow();
        var bundle = await bundles.Current(ct);
        var mandate = bundle is null ? null : DeployedOrganisation.Of(bundle).Mandate;
        var since = scope.Since is { } from ? SwedishDates.Day(from) : (DateOnly?)null;
        var spread = (await spreads.Read(ct)).SelectMany(l => l.Areas).Where(a => (scope.Since is null || a.AskedAt >= scope.Since) && (scope.From is null || a.Area == scope.From)).ToList();
        var (flow, charts) = await flows.ReadAll(scope, ct);
        return Indicators.All(new(
            flow, charts, await flows.Meetings(since, ct), spread, await figures.CountAdrift(scope, ct),
            mandate?.FindThreshold(Baseline)?.Value, mandate?.FindThreshold(Ceiling)?.Value, bundle is null ? OrganisationNames.None : OrganisationNames.Of(bundle), now, query));
    }
}
