using CaseFlow.Cases.Language;
using CaseFlow.Cases.Notifications;
using CaseFlow.Web.Api.OpenApi;
using CaseFlow.Web.Api.Shared;
using CaseFlow.Web.Hosting;
using Microsoft.AspNetCore.Http.HttpResults;

namespace CaseFlow.Web.Api.Notifications;

/// <summary>The account's own notices, and how often it wants mail.</summary>
internal static class NoticeEndpoints
{
    private const int Most = 200;

    public static void MapNotices(this IEndpointRouteBuilder api)
    {
        var all = api.MapGroup("").WithTags("Notices");
        all.MapGet("/notices", List).Says("ListNotices", "notice-list", "Mina aviseringar · My notices", "De 200 senaste, nyast först. · The latest 200, newest first.");
        all.MapPut("/notices/read-mark", MarkAll).Says("MarkAllNoticesRead", "notice-all-read", "Markera alla som lästa · Mark all as read", "Går att upprepa. · May be repeated.");
        all.MapPut("/notices/{id:guid}/read-mark", Mark).Says("MarkNoticeRead", "notice-read", "Markera en som läst · Mark one as read", "Går att upprepa. · May be repeated.");
        all.MapGet("/mail-pace", Pace).Says("GetMailPace", "mail-pace", "Hur ofta jag får e-post · How often I get mail", "Gäller kontot självt. · Of the account itself.");
        all.MapPut("/mail-pace", Choose).Says("ChooseMailPace", "mail-pace-choice", "Välj hur ofta · Choose how often", "Gäller från och med nu. · Holds from now on.");
    }

    private static async Task<Results<Ok<PageOf<NoticeResource>>, ProblemHttpResult>> List(ReadNotices notices, CurrentActor actors, HttpContext http, int? limit, int? page, CancellationToken ct)
    {
        var paging = Paging.Read(limit, page);
        if (!paging.IsAccepted)
            return RefusalProblem.From(paging.Refusals);
        return TypedResults.Ok(paging.Value.Of(http, await notices.List(await actors.Get(ct), Most, ct), NoticeResource.Of));
    }

    private static Task<Results<Ok<MarkedNotices>, ProblemHttpResult>> MarkAll(ReadNotices notices, ApiCall call, CancellationToken ct) => MarkRead(null, notices, call, ct);

    private static Task<Results<Ok<MarkedNotices>, ProblemHttpResult>> Mark(Guid id, ReadNotices notices, ApiCall call, CancellationToken ct) => MarkRead(id, notices, call, ct);

    private static Task<Results<Ok<MarkedNotices>, ProblemHttpResult>> MarkRead(Guid? id, ReadNotices notices, ApiCall call, CancellationToken ct) =>
        call.Run(async (actor, _) =>
        {
            var marked = await notices.MarkRead(actor, id, ct);
            return marked.IsAccepted ? Outcome<MarkedNotices>.Accepted(new(marked.Value)) : Outcome<MarkedNotices>.Refused(marked.Refusals);
        });

    private static async Task<Ok<MailPaceChoice>> Pace(ChooseMailPace handler, CurrentActor actors, CancellationToken ct) =>
        TypedResults.Ok(new MailPaceChoice(await handler.Current(await actors.Get(ct), ct)));

    private static async Task<Ok<MailPaceChoice>> Choose(MailPaceChoice body, ChooseMailPace handler, CurrentActor actors, CancellationToken ct)
    {
        await handler.Choose(await actors.Get(ct), body.Pace, ct);
        return TypedResults.Ok(body);
    }
}

/// <param name="Marked">How many were marked now.</param>
public sealed record MarkedNotices(int Marked);

public sealed record MailPaceChoice(MailPace Pace);

/// <summary>A notice in both languages.</summary>
/// <param name="About">The case's number, or what the meeting is called.</param>
public sealed record NoticeResource(Guid Id, DateTimeOffset At, bool IsRead, string About, Guid? CaseId, Guid? MeetingId, string SubjectSv, string SubjectEn, string WhatSv, string WhatEn)
{
    internal static NoticeResource Of(ShownNotice notice) => new(
        notice.Id, notice.At, notice.IsRead, notice.Number, notice.CaseId, notice.MeetingId,
        notice.Text.Subject.Sv, notice.Text.Subject.En, notice.Text.What.Sv, notice.Text.What.En);
}
