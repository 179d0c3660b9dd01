using System.Globalization;
using CaseFlow.Cases.Organisation;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Notifications;

namespace CaseFlow.Cases.Meetings;

/// <summary>Tells those who take part in a meeting; each by the channels of their own choice.</summary>
internal static class MeetingNotices
{
    public static async Task Tell(ProcessUnit unit, LoadedInstance instance, Meeting meeting, string template, CancellationToken ct)
    {
        var roles = (await unit.Organisation(ct)).Organisation.FindBody(meeting.Body)?.Meetings?.Summoned ?? [];
        var accounts = await SummonedAccounts.Of(unit.Db, meeting, roles, unit.Today, ct);
        if (accounts.Count == 0)
            return;
        unit.Publish(
            new MailRequested(null, meeting.Id, meeting.Number, instance.NextVersion, template, accounts,
                new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = meeting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }),
            meeting.Id);
    }
}
