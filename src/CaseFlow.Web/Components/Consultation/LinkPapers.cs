using CaseFlow.Cases.Consultation;
using CaseFlow.Web.Components.Documents;
using CaseFlow.Web.Hosting;

namespace CaseFlow.Web.Components.Consultation;

/// <summary>The papers that go out with a round, for whoever holds a personal link to it: those and no others.</summary>
internal static class LinkPapers
{
    public static void MapLinkPapers(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/remissvar/{token}/handlingar/{version:guid}", Get).AllowAnonymous().RequireRateLimiting(CallLimits.PersonalLink).ExcludeFromDescription();

    private static async Task<IResult> Get(string token, Guid version, HttpContext http, ConsultationLinkReader reader, CancellationToken ct) =>
        await reader.OpenPaper(token, version, ct) is { } file ? DocumentDownload.Send(http, file, ct) : Results.NotFound();
}
