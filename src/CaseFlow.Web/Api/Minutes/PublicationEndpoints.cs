using CaseFlow.Cases.Minutes;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Minutes;

/// <summary>Minutes for the channels' sites: to fetch, and to say that they stand there.</summary>
internal static class PublicationEndpoints
{
    private const int Most = 2000;

    public static void MapPublications(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("/publications").WithTags("Minutes");
        all.MapGet("", List).Says("ListPublications", "publication-list", "Publicerade minnesanteckningar · Published minutes",
            "Det en webbplats hämtar. Senaste mötet först. · What a site fetches. The latest meeting first.");
        all.MapPost("/{meeting:guid}/confirmations", Confirm).Says("ConfirmChannel", "publication-confirmation", "Bekräfta att anteckningen ligger på webbplatsen · Confirm that the minutes stand on the site",
            "Publicerad när alla kanaler har bekräftat samma text. · Published when every channel has confirmed the same text.");
    }

    private static Task<Results<Ok<PageOf<PublicationResource>>, ProblemHttpResult>> List(PublishedMinutes published, HttpContext http, int? limit, int? page, CancellationToken ct) =>
        Paging.Answer(http, limit, page, () => published.Newest(Most, ct), PublicationResource.Of);

    private static Task<Results<Ok<MinutesReceipt>, ProblemHttpResult>> Confirm(Guid meeting, ChannelConfirmationInput body, ConfirmChannel handler, ApiCall call, CancellationToken ct) =>
        call.Run((actor, request) => handler.Handle(actor, request, new(meeting, body.Channel, body.Hash, body.Address), ct));
}

/// <param name="Hash">SHA-256 of the text.</param>
/// <param name="PublishedAt">When every channel had confirmed; null until then.</param>
public sealed record PublicationResource(Guid MeetingId, Guid PublicationId, string Body, DateOnly Date, string Title, string Text, string Hash, DateTimeOffset ReleasedAt, DateTimeOffset? PublishedAt)
{
    internal static PublicationResource Of(MinutesPublication publication) => new(
        publication.MeetingId, publication.Id, publication.Body, publication.Date, publication.Title, publication.Text, publication.Hash, publication.ApprovedAt, publication.PublishedAt);
}

/// <param name="Channel">Key of the channel in the organisation.</param>
/// <param name="Hash">Of the text that stands there.</param>
/// <param name="Address">Where on the site.</param>
public sealed record ChannelConfirmationInput(string Channel, string Hash, string Address = "");
