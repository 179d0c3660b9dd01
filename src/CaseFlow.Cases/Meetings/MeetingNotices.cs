using System.Globalization;
using CaseFlow.Cases.Feedback;
using CaseFlow.Cases.Storage;
using CaseFlow.Contracts.Notifications;

namespace CaseFlow.Cases.Meetings;

/// <summary>Tells those who take part in a meeting.</summary>
internal static class MeetingNotices
{
    // Those who sit in the body, prepare for it and serve it; each is told by the channels of their own choice.
    private static readonly string[] Roles = ["ordforande", "vice-ordforande", "ledamot", "representant", "processledare", "beredningsansvarig", "administration"];

    public static async Task Tell(ProcessUnit unit, LoadedInstance instance, Meeting meeting, string template, CancellationToken ct)
    {
        var accounts = new SortedSet<string>(StringComparer.Ordinal);
        foreach (var role in Roles)
            accounts.UnionWith(await Recipients.Holders(unit, role, null, ct));
        if (accounts.Count == 0)
            return;
        unit.Publish(
            new MailRequested(null, meeting.Id, meeting.Number, instance.NextVersion, template, [.. accounts],
                new Dictionary<string, string>(StringComparer.Ordinal) { ["date"] = meeting.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) }),
            meeting.Id);
    }
}
