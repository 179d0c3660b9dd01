using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Shared.Export;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.FollowUp;

/// <summary>The register of commissions as a file, with the page's filter.</summary>
internal static class CommissionExport
{
    private static readonly Texts T = Texts.For("Commissions");

    public static void MapCommissionExport(this IEndpointRouteBuilder routes) => routes.MapExport("/uppdrag", Get);

    private static async Task<ExportFile> Get(HttpContext http, CommissionRegister register, BundleCatalog bundles, CancellationToken ct)
    {
        var names = await bundles.Current(ct) is { } bundle ? OrganisationNames.Of(bundle) : OrganisationNames.None;
        var lines = (await register.Read(ct)).Where(CommissionFilter.Read(http.Request.Query).Takes);
        return new("uppdrag", [new(
            T["title"],
            [T["column.number"], T["column.title"], T["column.body"], T["column.assignees"], T["column.version"], T["column.given"], T["column.report-by"], T["column.deliver-by"], T["column.state"], T["late"], T["resting"], T["column.parts"]],
            lines.Select(line => Row(line, names)))]);
    }

    private static IReadOnlyList<object?> Row(CommissionLine line, OrganisationNames names) =>
    [
        line.Case.Number, line.Case.Title, names.Body(line.Body), CommissionWords.Assignees(line, names), line.Versions.Count, SwedishDates.Day(line.Case.SubmittedAt),
        line.ReportBy, line.DeliverBy, CommissionWords.Stage(line.Standing.Stage), Flag(line.Standing.IsLate), Flag(line.Standing.IsResting), line.WorstPart is { } worst ? CommissionWords.Of(worst) : "",
    ];

    private static string Flag(bool holds) => holds ? T["yes"] : T["no"];
}
