using System.Security.Cryptography;
using System.Text.Json;
using CaseFlow.Cases.Processes;
using CaseFlow.Contracts.Meetings;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Meetings;

/// <summary>Freezes the agenda and sends the notice (<c>mote.kallelse</c>, R110): the package has a hash, and what comes later is a supplement.</summary>
internal sealed class FreezeNotice : IInlineTopic
{
    private const string Template = "kallelse";

    public string Topic => "mote.kallelse";

    public async Task<FeelContext> Run(TopicContext context, CancellationToken ct)
    {
        var unit = context.Unit;
        if (await unit.Db.Set<Meeting>().FindAsync([context.Instance.Id], ct) is not { } meeting)
            throw new InvalidOperationException($"No meeting {context.Instance.Id}.");
        var items = await unit.Db.Set<AgendaItem>().Where(i => i.MeetingId == meeting.Id).OrderBy(i => i.Position).ToListAsync(ct);
        meeting.NoticeSentAt = unit.Now;
        meeting.NoticeHash = Hash(meeting, items);
        unit.Publish(
            new MeetingSummoned(meeting.Id, meeting.Number, context.Instance.NextVersion, meeting.Body, MeetingTime.Of(meeting.Date, meeting.StartsAt), [.. items.Select(i => i.CaseId).OfType<Guid>()]),
            meeting.Id);
        await MeetingNotices.Tell(unit, context.Instance, meeting, Template, ct);
        return FeelContext.Of([new("kallelseFryst", FeelValue.Of(meeting.NoticeHash))]);
    }

    private static string Hash(Meeting meeting, IEnumerable<AgendaItem> items) =>
        Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new
        {
            meeting.Body,
            meeting.Date,
            meeting.StartsAt,
            meeting.EndsAt,
            meeting.Place,
            meeting.Purpose,
            Items = items.Select(i => new { i.Position, i.Kinds, i.Title, i.Purpose, i.Minutes, i.Presenters, i.CaseId }),
        })));
}
