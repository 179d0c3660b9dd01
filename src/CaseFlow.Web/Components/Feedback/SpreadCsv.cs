using System.Text;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Processes;
using CaseFlow.Web.Components.Timeline;
using CaseFlow.Web.Language;

namespace CaseFlow.Web.Components.Feedback;

/// <summary><em>Spridningsläget</em> as CSV, one line for each position and area, with the page's filter.</summary>
internal static class SpreadCsv
{
    private static readonly Texts T = Texts.For("Spread");

    public static void MapSpreadCsv(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/spridning.csv", Get).RequireAuthorization().ExcludeFromDescription();

    private static async Task<IResult> Get(HttpContext http, SpreadRegister register, BundleCatalog bundles, TimeProvider time, CancellationToken ct)
    {
        var names = await bundles.Current(ct) is { } bundle ? OrganisationNames.Of(bundle) : OrganisationNames.None;
        var now = time.GetUtcNow();
        var csv = new StringBuilder("\uFEFF");
        CaseCsv.Line(csv, T["column.meeting"], T["column.number"], T["column.case"], T["column.area"], T["column.state"], T["column.asked"], T["column.due"], T["column.confirmed"], T["column.how"], T["column.audiences"]);
        foreach (var line in SpreadFilter.Read(http.Request.Query).Narrow(await register.Read(ct), now))
        {
            foreach (var spread in line.Areas)
            {
                CaseCsv.Line(
                    csv, line.Meeting?.Number ?? "", line.Case.Number ?? "", line.Case.Title, names.Area(spread.Area), SpreadWords.State(spread, now),
                    Day(spread.AskedAt), Day(spread.DueAt), Day(spread.DoneAt), spread.How, SpreadWords.Audiences(spread));
            }
        }

        return Results.File(Encoding.UTF8.GetBytes(csv.ToString()), "text/csv; charset=utf-8", "spridning.csv");
    }

    private static string Day(DateTimeOffset? moment) => moment is { } at ? SwedishDates.Machine(SwedishDates.Day(at)) : "";
}
