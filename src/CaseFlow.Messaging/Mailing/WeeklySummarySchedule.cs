using CaseFlow.Cases.Notifications;
using CaseFlow.Messaging.Hosting;
using Microsoft.Extensions.Logging;

namespace CaseFlow.Messaging.Mailing;

/// <summary>Asks every minute whether the week's summaries are to be written.</summary>
internal sealed class WeeklySummarySchedule(WriteWeeklySummaries summaries, Wakes wakes, TimeProvider time, ILogger<WeeklySummarySchedule> log)
    : PollingLoop(wakes.Summaries, time, TimeSpan.FromMinutes(1), log)
{
    protected override async Task<bool> Work(CancellationToken ct)
    {
        if (await summaries.WriteIfDue(ct) > 0)
            wakes.Mail.Call();
        return false;
    }
}
