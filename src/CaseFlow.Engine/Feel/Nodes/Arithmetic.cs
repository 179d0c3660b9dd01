using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel.Nodes;

/// <summary>Arithmetic over all kinds of value (DMN 1.5, tables 51 to 55).</summary>
internal static class Arithmetic
{
    // A power takes about as long as so many ordinary steps.
    private const int PowerCost = 50;

    public static FeelValue Compute(EvaluationRun run, int position, ArithmeticOperator op, in FeelValue a, in FeelValue b)
    {
        if (a.Kind == FeelKind.Number && b.Kind == FeelKind.Number)
        {
            run.Step(op == ArithmeticOperator.Power ? PowerCost : 0);
            return Number(run, position, Symbol(op), op switch
            {
                ArithmeticOperator.Add => FeelNumber.Add(a.AsNumber(), b.AsNumber()),
                ArithmeticOperator.Subtract => FeelNumber.Subtract(a.AsNumber(), b.AsNumber()),
                ArithmeticOperator.Multiply => FeelNumber.Multiply(a.AsNumber(), b.AsNumber()),
                ArithmeticOperator.Divide => FeelNumber.Divide(a.AsNumber(), b.AsNumber()),
                ArithmeticOperator.Power => FeelNumber.Power(a.AsNumber(), b.AsNumber()),
            });
        }

        if (a.Kind == FeelKind.String && b.Kind == FeelKind.String && op == ArithmeticOperator.Add)
        {
            return run.Text(string.Concat(a.AsString(), b.AsString()), position);
        }

        return op switch
        {
            ArithmeticOperator.Add => Add(run, position, a, b),
            ArithmeticOperator.Subtract => Subtract(run, position, a, b),
            ArithmeticOperator.Multiply => Multiply(run, position, a, b),
            ArithmeticOperator.Divide => Divide(run, position, a, b),
            ArithmeticOperator.Power => Impossible(run, position, op, a, b),
        };
    }

    private static FeelValue Add(EvaluationRun run, int position, in FeelValue a, in FeelValue b)
    {
        if (IsDuration(a) && IsPoint(b))
        {
            return Add(run, position, b, a);
        }

        return (a.Kind, b.Kind) switch
        {
            (FeelKind.Date or FeelKind.DateTime or FeelKind.Time, FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration) => Move(run, position, ArithmeticOperator.Add, a, b, 1),
            (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) =>
                Duration(run, position, FeelDuration.OfNanoseconds(a.AsDuration().TotalNanoseconds + b.AsDuration().TotalNanoseconds)),
            (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => Months(run, position, (Int128)a.AsMonths().Total + b.AsMonths().Total),
            _ => Impossible(run, position, ArithmeticOperator.Add, a, b),
        };
    }

    private static FeelValue Subtract(EvaluationRun run, int position, in FeelValue a, in FeelValue b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.Date or FeelKind.DateTime or FeelKind.Time, FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration) => Move(run, position, ArithmeticOperator.Subtract, a, b, -1),
        (FeelKind.Date or FeelKind.DateTime, FeelKind.Date or FeelKind.DateTime) => Between(run, position, a, b),
        (FeelKind.Time, FeelKind.Time) when (a.AsTime().Zone is null) == (b.AsTime().Zone is null) =>
            Duration(run, position, FeelDuration.OfNanoseconds(DayPoint(a.AsTime()) - DayPoint(b.AsTime()))),
        (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) =>
            Duration(run, position, FeelDuration.OfNanoseconds(a.AsDuration().TotalNanoseconds - b.AsDuration().TotalNanoseconds)),
        (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) => Months(run, position, (Int128)a.AsMonths().Total - b.AsMonths().Total),
        _ => Impossible(run, position, ArithmeticOperator.Subtract, a, b),
    };

    private static FeelValue Multiply(EvaluationRun run, int position, in FeelValue a, in FeelValue b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.Number, FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration) => Multiply(run, position, b, a),
        (FeelKind.DaysTimeDuration, FeelKind.Number) =>
            Duration(run, position, a.AsDuration().InSeconds() is { } seconds ? FeelDuration.OfSeconds(FeelNumber.Multiply(seconds, b.AsNumber())) : null),
        (FeelKind.YearsMonthsDuration, FeelKind.Number) =>
            Months(run, position, FeelMonths.Of(FeelNumber.Multiply(FeelNumber.Of(a.AsMonths().Total), b.AsNumber()))),
        _ => Impossible(run, position, ArithmeticOperator.Multiply, a, b),
    };

    private static FeelValue Divide(EvaluationRun run, int position, in FeelValue a, in FeelValue b) => (a.Kind, b.Kind) switch
    {
        (FeelKind.DaysTimeDuration, FeelKind.Number) =>
            Duration(run, position, a.AsDuration().InSeconds() is { } seconds ? FeelDuration.OfSeconds(FeelNumber.Divide(seconds, b.AsNumber())) : null),
        (FeelKind.YearsMonthsDuration, FeelKind.Number) =>
            Months(run, position, FeelMonths.Of(FeelNumber.Divide(FeelNumber.Of(a.AsMonths().Total), b.AsNumber()))),
        (FeelKind.DaysTimeDuration, FeelKind.DaysTimeDuration) =>
            Number(run, position, "/", FeelNumber.Divide(new FeelNumber(a.AsDuration().TotalNanoseconds), new FeelNumber(b.AsDuration().TotalNanoseconds))),
        (FeelKind.YearsMonthsDuration, FeelKind.YearsMonthsDuration) =>
            Number(run, position, "/", FeelNumber.Divide(FeelNumber.Of(a.AsMonths().Total), FeelNumber.Of(b.AsMonths().Total))),
        _ => Impossible(run, position, ArithmeticOperator.Divide, a, b),
    };

    /// <summary>A date, a date and time or a time, moved by a duration. A date counts as its midnight and stays a date.</summary>
    private static FeelValue Move(EvaluationRun run, int position, ArithmeticOperator op, in FeelValue point, in FeelValue by, int sign)
    {
        if (by.Kind == FeelKind.YearsMonthsDuration)
        {
            var months = new FeelMonths(sign * by.AsMonths().Total);
            return point.Kind switch
            {
                FeelKind.Date => OfPoint(run, position, op, point.AsDate().AddMonths(months.Total)),
                FeelKind.DateTime => OfPoint(run, position, op, point.AsDateTime().Add(months)),
                _ => Impossible(run, position, op, point, by),
            };
        }

        if (FeelDuration.OfNanoseconds(sign * by.AsDuration().TotalNanoseconds) is not { } duration)
        {
            return run.Fail(position, Complaint.NumberRange, Symbol(op));
        }

        return point.Kind switch
        {
            FeelKind.Time => FeelValue.Of(point.AsTime().Add(duration)),
            FeelKind.DateTime => OfPoint(run, position, op, point.AsDateTime().Add(duration)),
            _ => OfPoint(run, position, op, FeelDateTime.Of(point.AsDate(), new FeelTime(0, null)).Add(duration)?.Date),
        };
    }

    private static FeelValue OfPoint(EvaluationRun run, int position, ArithmeticOperator op, FeelDate? date) =>
        date is { } value ? FeelValue.Of(value) : run.Fail(position, Complaint.NumberRange, Symbol(op));

    private static FeelValue OfPoint(EvaluationRun run, int position, ArithmeticOperator op, FeelDateTime? dateTime) =>
        dateTime is { } value ? FeelValue.Of(value) : run.Fail(position, Complaint.NumberRange, Symbol(op));

    /// <summary>The time between two points; a date counts as midnight UTC. A local time and one with a zone have no distance.</summary>
    private static FeelValue Between(EvaluationRun run, int position, in FeelValue a, in FeelValue b)
    {
        var from = Point(b);
        var to = Point(a);
        return (from.Zone is null) != (to.Zone is null)
            ? Impossible(run, position, ArithmeticOperator.Subtract, a, b)
            : Duration(run, position, FeelDuration.OfNanoseconds(
                (((Int128)to.UtcSecond - from.UtcSecond) * FeelTime.NanosecondsPerSecond) + to.Nanosecond - from.Nanosecond));
    }

    private static FeelDateTime Point(in FeelValue value) =>
        value.Kind == FeelKind.Date ? FeelDateTime.Of(value.AsDate(), new FeelTime(0, FeelZone.Utc)) : value.AsDateTime();

    private static Int128 DayPoint(FeelTime time) => time.NanosecondOfDay - ((Int128)(time.Zone?.StandardOffset ?? 0) * FeelTime.NanosecondsPerSecond);

    internal static FeelValue Duration(EvaluationRun run, int position, FeelDuration? duration) =>
        duration is { } value ? FeelValue.Of(value) : run.Fail(position, Complaint.NumberRange, "duration");

    private static FeelValue Months(EvaluationRun run, int position, Int128 total) =>
        Months(run, position, total == (long)total ? new FeelMonths((long)total) : null);

    private static FeelValue Months(EvaluationRun run, int position, FeelMonths? months) =>
        months is { } value ? FeelValue.Of(value) : run.Fail(position, Complaint.NumberRange, "duration");

    internal static FeelValue Number(EvaluationRun run, int position, string what, FeelNumber? number) =>
        number is { } value ? FeelValue.Of(value) : run.Fail(position, Complaint.NumberRange, what);

    private static FeelValue Impossible(EvaluationRun run, int position, ArithmeticOperator op, in FeelValue a, in FeelValue b) =>
        run.Fail(position, Complaint.Arithmetic, a, Symbol(op), b);

    private static bool IsDuration(in FeelValue value) => value.Kind is FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration;

    private static bool IsPoint(in FeelValue value) => value.Kind is FeelKind.Date or FeelKind.DateTime or FeelKind.Time;

    private static string Symbol(ArithmeticOperator op) => op switch
    {
        ArithmeticOperator.Add => "+",
        ArithmeticOperator.Subtract => "-",
        ArithmeticOperator.Multiply => "*",
        ArithmeticOperator.Divide => "/",
        ArithmeticOperator.Power => "**",
    };
}
