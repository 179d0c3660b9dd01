using CaseFlow.Cases.Access;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Meetings;
using CaseFlow.Cases.Minutes;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Minutes;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Web.Tests.Minutes;

/// <summary>Minutes that have been approved for publication, whatever came before.</summary>
internal static class Approved
{
    private const string Text = "# Mötesanteckning\n\nMötet noterade.";

    /// <returns>The hash of their text.</returns>
    public static async Task<string> In(WebApp app, Guid meetingId)
    {
        var approved = await app.Services.GetRequiredService<ProcessStore>().Run<string>(Actor.System, "Approved", null, async (unit, ct) =>
        {
            var meeting = await unit.Db.Set<Meeting>().SingleAsync(m => m.Id == meetingId, ct);
            var hash = Paragraphs.Hash(Text);
            var publication = new MinutesPublication
            {
                Id = unit.Ids.Next(),
                MeetingId = meetingId,
                Body = meeting.Body,
                Date = meeting.Date,
                Version = 1,
                Title = $"{meeting.Date:yyyy-MM-dd} Mötesanteckning VVG",
                Text = Text,
                Hash = hash,
                ApprovedBy = "system",
                ApprovedAt = unit.Now,
            };
            unit.Db.Add(new MinutesVersion { MeetingId = meetingId, Version = 1, Text = Text, Hash = hash, WrittenBy = "system", WrittenAt = unit.Now });
            unit.Db.Add(publication);
            unit.Publish(new MinutesReleased(meetingId, meeting.Number, meeting.Version, meeting.Body, publication.Id, hash, unit.Now), meetingId);
            return Outcome<string>.Accepted(hash);
        }, CancellationToken.None);
        return approved.Value;
    }
}
