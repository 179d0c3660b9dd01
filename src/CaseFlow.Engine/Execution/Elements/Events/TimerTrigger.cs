using System.Globalization;
using CaseFlow.Engine.Calendar;
using CaseFlow.Engine.Feel;
using CaseFlow.Engine.Model;

namespace CaseFlow.Engine.Execution.Elements.Events;

/// <summary>A date, a duration, a cycle or a number of Swedish working days. The store keeps the clock and fires.</summary>
internal sealed class TimerTrigger : TriggerBehavior
{
    internal override bool Listen(ProcessRun run, ElementInstance owner, ElementModel catcher, EventDefinition definition)
    {
        var timer = definition.Timer ?? throw new InvalidOperationException($"The timer {catcher.Id} has no time.");
        if (!run.TryEvaluate(owner, timer.Value, out var value))
            return false;
        if (Schedule(timer.Kind, TextOf(value), run.Moment.Now) is not var (due, repeats, every))
        {
            run.RaiseIncident(owner, IncidentCodes.TimerInvalid, $"{catcher.Id}: {timer.Value.Text}");
            return false;
        }

        run.Emit(new TimerScheduled(run.NextKey, catcher.Id, due, owner.Key, repeats, every));
        return true;
    }

    internal override bool Owns(Wait wait) => wait is OpenTimer;

    internal override void ListenAgain(ProcessRun run, Wait met, EventDefinition definition)
    {
        // The next time is counted from when this one was due, so that a late firing does not push the rest.
        if (met is OpenTimer { RepeatsLeft: not 0, Every: { } every } timer && Iso8601.TryDuration(every, out var duration))
        {
            var left = timer.RepeatsLeft < 0 ? -1 : timer.RepeatsLeft - 1;
            run.Emit(new TimerScheduled(run.NextKey, timer.ElementId, duration.After(timer.DueAt), timer.ElementKey, left, every));
        }
    }

    /// <summary>Null when the text is not what the kind of timer needs.</summary>
    internal static (DateTimeOffset Due, int Repeats, string? Every)? Schedule(TimerKind kind, string text, DateTimeOffset now)
    {
        try
        {
            switch (kind)
            {
                case TimerKind.WorkingDays when int.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var days):
                    return (WorkingDays.DueAfter(now, days), 0, null);
                case TimerKind.Date when Iso8601.TryMoment(text, out var moment):
                    return (moment, 0, null);
                case TimerKind.Duration when Iso8601.TryDuration(text, out var duration):
                    return (duration.After(now.ToUniversalTime()), 0, null);
                case TimerKind.Cycle when Iso8601.TryCycle(text, out var times, out var start, out var every) && Iso8601.TryDuration(every, out var step):
                    return (start ?? step.After(now.ToUniversalTime()), times < 0 ? -1 : times - 1, every);
                default:
                    return null;
            }
        }
        catch (ArgumentOutOfRangeException)
        {
            // Beyond the years 1 to 9999: a number that no deadline has.
            return null;
        }
    }

    private static string TextOf(FeelValue value) => value.Kind switch
    {
        FeelKind.String => value.AsString() ?? "",
        FeelKind.Number when value.TryGetDecimal(out var number) => decimal.Floor(number) == number ? number.ToString("0", CultureInfo.InvariantCulture) : "",
        FeelKind.Null => "",
        // Dates and durations of FEEL: their JSON form is one tag around the ISO text.
        _ => FeelJson.Write(value) is System.Text.Json.Nodes.JsonObject { Count: 1 } tagged ? tagged.First().Value?.ToString() ?? "" : "",
    };
}
