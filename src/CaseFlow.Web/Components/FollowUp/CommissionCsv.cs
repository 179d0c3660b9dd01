using System.Globalization;
using System.Text;
using CaseFlow.Cases.FollowUp;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Timeline;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.FollowUp;

/// <summary>The register of commissions as CSV, with the page's filter.</summary>
internal static class CommissionCsv
{
    private static readonly Texts T = Texts.For("Commissions");

    public static void MapCommissionCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/uppdrag.csv", Get).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, CommissionRegister register, BundleCatalog bundles, CancellationToken ct)
    {
        var names = await bundles.Current(ct) is { } bundle ? OrganisationNames.Of(bundle) : OrganisationNames.None;
        var csv = new StringBuilder("\uFEFF");
        CaseCsv.Line(
            csv, T["column.number"], T["column.title"], T["column.body"], T["column.assignees"], T["column.version"], T["column.given"], T["column.report-by"],
            T["column.deliver-by"], T["column.state"], T["late"], T["resting"], T["column.parts"]);
        foreach (var line in (await register.Read(ct)).Where(CommissionFilter.Read(http.Request.Query).Takes))
        {
            CaseCsv.Line(
                csv, line.Case.Number ?? "", line.Case.Title, names.Body(line.Body), CommissionWords.Assignees(line, names), line.Versions.Count.ToString(CultureInfo.InvariantCulture),
                Day(SwedishDates.Day(line.Case.SubmittedAt)), Day(line.ReportBy), Day(line.DeliverBy), CommissionWords.Stage(line.Standing.Stage),
                Flag(line.Standing.IsLate), Flag(line.Standing.IsResting), line.WorstPart is { } worst ? CommissionWords.Of(worst) : "");
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "uppdrag.csv");
    }

    private static string Day(DateOnly? day) => day is { } on ? SwedishDates.Machine(on) : "";

    private static string Flag(bool holds) => holds ? T["yes"] : T["no"];
}
