using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary><c>x.name</c>: an entry of a context, of every element of a list, or a part of a date, time, duration or range.</summary>
internal sealed class PathNode(int position, Node target, string name) : Node(position, target)
{
    private int _hint;

    public override FeelValue Evaluate(EvaluationRun run, Local? locals)
    {
        var value = target.Evaluate(run, locals);
        return value.AsContext() is { } context && context.TryGet(name, ref _hint, out var entry) ? entry : Slow(run, value);
    }

    private FeelValue Slow(EvaluationRun run, in FeelValue value)
    {
        switch (value.Kind)
        {
            case FeelKind.Context:
                return FeelValue.Null;
            case FeelKind.List:
                var elements = value.AsList() ?? [];
                var values = new FeelValue[elements.Count];
                for (var i = 0; i < values.Length; i++)
                {
                    values[i] = elements[i].AsContext() is { } context ? context[name] : elements[i].IsNull ? default : Part(run, elements[i]);
                }

                return run.List(values);
            case FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String or FeelKind.Date or FeelKind.Time or FeelKind.DateTime
                or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration or FeelKind.Range or FeelKind.Function:
            default:
                return Part(run, value);
        }
    }

    private FeelValue Part(EvaluationRun run, in FeelValue value)
    {
        var part = value.Kind switch
        {
            FeelKind.Date => OfDate(value.AsDate()),
            FeelKind.DateTime => OfDate(value.AsDateTime().Date) ?? OfTime(value.AsDateTime().Time, value.AsDateTime().LocalSecond),
            FeelKind.Time => OfTime(value.AsTime(), null),
            FeelKind.DaysTimeDuration => OfDuration(value.AsDuration()),
            FeelKind.YearsMonthsDuration => OfMonths(value.AsMonths()),
            FeelKind.Range => OfRange(value.AsRange()),
            FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.String or FeelKind.List or FeelKind.Context or FeelKind.Function => null,
        };
        return part ?? run.Fail(Position, Complaint.PathOn, EvaluationRun.Shown(value), name);
    }

    private FeelValue? OfDate(FeelDate date) => name switch
    {
        "year" => FeelValue.Of(date.Year),
        "month" => FeelValue.Of(date.Month),
        "day" => FeelValue.Of(date.Day),
        "weekday" => FeelValue.Of(date.IsoWeekday),
        _ => null,
    };

    private FeelValue? OfTime(FeelTime time, long? localSecond) => name switch
    {
        "hour" => FeelValue.Of(time.Hour),
        "minute" => FeelValue.Of(time.Minute),
        "second" => FeelValue.Of(time.Second),
        "time offset" => time.Zone is { } zone
            ? FeelValue.Of(new FeelDuration(localSecond is { } at ? zone.OffsetAt(at) : zone.StandardOffset))
            : FeelValue.Null,
        "timezone" => FeelValue.Of(time.Zone?.Id),
        _ => null,
    };

    private FeelValue? OfDuration(FeelDuration duration)
    {
        var (days, hours, minutes, seconds, _) = duration.Parts;
        var sign = duration.Seconds < 0 ? -1 : 1;
        return name switch
        {
            "days" => FeelValue.Of(sign * days),
            "hours" => FeelValue.Of(sign * hours),
            "minutes" => FeelValue.Of(sign * minutes),
            "seconds" => FeelValue.Of(sign * seconds),
            _ => null,
        };
    }

    private FeelValue? OfMonths(FeelMonths months) => name switch
    {
        "years" => FeelValue.Of(months.Total / 12),
        "months" => FeelValue.Of(months.Total % 12),
        _ => null,
    };

    private FeelValue? OfRange(FeelRange? range) => range is null ? null : name switch
    {
        "start" => range.Start,
        "end" => range.End,
        "start included" => FeelValue.Of(range.StartIncluded),
        "end included" => FeelValue.Of(range.EndIncluded),
        _ => null,
    };
}
