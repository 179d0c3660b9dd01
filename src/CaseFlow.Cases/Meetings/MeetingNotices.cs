using System.Globalization;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Notifications;

namespace CaseFlow.Cases.Meetings;

/// <summary>Tells those who take part in a meeting; each by the channels of their own choice.</summary>
internal static class MeetingNotices
{
    /// <summary>The code that carries the id of the sent notice.</summary>
    public const string NoticeCode = "notice";

    /// <summary>Tells of something about a meeting that has no notice yet: plain words, no calendar.</summary>
    public static async Task Tell(ProcessUnit unit, LoadedInstance instance, Meeting meeting, string template, CancellationToken ct)
    {
        var roles = (await unit.Organisation(ct)).Organisation.FindBody(meeting.Body)?.Meetings?.Summoned ?? [];
        var accounts = await SummonedAccounts.Of(unit.Db, meeting, roles, unit.Today, ct);
        if (accounts.Count > 0)
            Tell(unit, instance, meeting, template, accounts, notice: null);
    }

    /// <param name="notice">The sent notice that the mail is written from.</param>
    public static void Tell(ProcessUnit unit, LoadedInstance instance, Meeting meeting, string template, IReadOnlyList<string> accounts, Guid? notice)
    {
        var codes = new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = meeting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) };
        if (notice is { } id)
            codes[NoticeCode] = id.ToString("N");
        unit.Publish(new MailRequested(null, meeting.Id, meeting.Number, instance.NextVersion, template, accounts, codes), meeting.Id);
    }
}
