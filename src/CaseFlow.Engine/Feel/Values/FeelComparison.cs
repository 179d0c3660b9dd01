using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel;

/// <summary>
/// FEEL's equality and order (DMN 1.5, sections 10.3.2.13 and 10.3.4). Three-valued: comparing different kinds gives
/// null, comparing with null gives false. Times are compared to the whole second, on one time line.
/// </summary>
internal static class FeelComparison
{
    /// <summary><c>=</c>: null where the two kinds cannot be compared.</summary>
    public static bool? AreEqual(EvaluationRun run, in FeelValue left, in FeelValue right)
    {
        if (left.Kind != right.Kind)
        {
            return left.IsNull || right.IsNull ? false : null;
        }

        return left.Kind switch
        {
            FeelKind.List or FeelKind.Context or FeelKind.Range => PartsEqual(run, left, right),
            FeelKind.Time => SameTimeLine(left.AsTime().Zone, right.AsTime().Zone) && TimePoint(left) == TimePoint(right),
            FeelKind.DateTime => left.AsDateTime().UtcSecond == right.AsDateTime().UtcSecond
                && SameTimeLine(left.AsDateTime().Zone, right.AsDateTime().Zone),
            FeelKind.String => string.Equals(Charged(run, left.AsString()), right.AsString(), StringComparison.Ordinal),
            FeelKind.Null or FeelKind.Boolean or FeelKind.Number or FeelKind.Date
                or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration or FeelKind.Function => left == right,
        };
    }

    private static bool? PartsEqual(EvaluationRun run, in FeelValue left, in FeelValue right)
    {
        run.Enter(1);
        var equal = left.Kind switch
        {
            FeelKind.List => ListsEqual(run, left.AsList(), right.AsList()),
            FeelKind.Context => ContextsEqual(run, left.AsContext(), right.AsContext()),
            _ => RangesEqual(run, left.AsRange(), right.AsRange()),
        };
        run.Leave(1);
        return equal;
    }

    /// <summary>Less than zero, zero or more, or null where there is no order between the two.</summary>
    public static int? Compare(EvaluationRun run, in FeelValue left, in FeelValue right)
    {
        if (left.Kind != right.Kind)
        {
            return null;
        }

        switch (left.Kind)
        {
            case FeelKind.Number:
                return left.TryGetSmall(out var a, out var aExponent) && right.TryGetSmall(out var b, out var bExponent) && aExponent == bExponent
                    ? a.CompareTo(b)
                    : left.AsNumber().CompareTo(right.AsNumber());
            case FeelKind.String:
                return string.CompareOrdinal(Charged(run, left.AsString()), right.AsString());
            case FeelKind.Date:
                return left.PackedDate.CompareTo(right.PackedDate);
            case FeelKind.Time:
                return SameTimeLine(left.AsTime().Zone, right.AsTime().Zone) ? TimePoint(left).CompareTo(TimePoint(right)) : null;
            case FeelKind.DateTime:
                return left.AsDateTime().UtcSecond.CompareTo(right.AsDateTime().UtcSecond);
            case FeelKind.DaysTimeDuration:
                return left.AsDuration().CompareTo(right.AsDuration());
            case FeelKind.YearsMonthsDuration:
                return left.AsMonths().CompareTo(right.AsMonths());
            case FeelKind.Null or FeelKind.Boolean or FeelKind.List or FeelKind.Context or FeelKind.Range or FeelKind.Function:
            default:
                return null;
        }
    }

    /// <summary>Whether the value lies in the range; null where it cannot be compared with the endpoints.</summary>
    public static bool? Contains(EvaluationRun run, FeelRange range, in FeelValue value)
    {
        switch (range.Form)
        {
            case FeelRangeForm.Equal:
                return AreEqual(run, value, range.Start);
            case FeelRangeForm.NotEqual:
                return !AreEqual(run, value, range.Start);
            case FeelRangeForm.Interval or FeelRangeForm.LessThan or FeelRangeForm.AtMost or FeelRangeForm.GreaterThan or FeelRangeForm.AtLeast:
            default:
                break;
        }

        if (value.IsNull)
        {
            return null;
        }

        if (!range.Start.IsNull)
        {
            var order = Compare(run, value, range.Start);
            if (order is null or < 0 || (order == 0 && !range.StartIncluded))
            {
                return order is null ? null : false;
            }
        }

        if (!range.End.IsNull)
        {
            var order = Compare(run, value, range.End);
            if (order is null or > 0 || (order == 0 && !range.EndIncluded))
            {
                return order is null ? null : false;
            }
        }

        return true;
    }

    // A long string costs steps to compare; the usual one costs none.
    private static string Charged(EvaluationRun run, string? text)
    {
        if (text is { Length: > 1000 })
        {
            run.Step(text.Length >> 8);
        }

        return text ?? "";
    }

    // A local time and one with a zone do not lie on the same line.
    private static bool SameTimeLine(FeelZone? left, FeelZone? right) => (left is null) == (right is null);

    private static int TimePoint(in FeelValue value)
    {
        var time = value.AsTime();
        return time.SecondOfDay - (time.Zone?.StandardOffset ?? 0);
    }

    private static bool? ListsEqual(EvaluationRun run, IReadOnlyList<FeelValue>? left, IReadOnlyList<FeelValue>? right)
    {
        if (left is null || right is null || left.Count != right.Count)
        {
            return false;
        }

        run.Step(left.Count);
        for (var i = 0; i < left.Count; i++)
        {
            var equal = AreEqual(run, left[i], right[i]);
            if (equal != true)
            {
                return equal;
            }
        }

        return true;
    }

    private static bool? ContextsEqual(EvaluationRun run, FeelContext? left, FeelContext? right)
    {
        if (left is null || right is null || left.Count != right.Count)
        {
            return false;
        }

        run.Step(left.Count);
        foreach (var (name, value) in left)
        {
            var equal = right.TryGet(name, out var other) ? AreEqual(run, value, other) : false;
            if (equal != true)
            {
                return equal;
            }
        }

        return true;
    }

    private static bool? RangesEqual(EvaluationRun run, FeelRange? left, FeelRange? right)
    {
        if (left is null || right is null || left.Form != right.Form
            || left.StartIncluded != right.StartIncluded || left.EndIncluded != right.EndIncluded)
        {
            return false;
        }

        var start = AreEqual(run, left.Start, right.Start);
        return start == true ? AreEqual(run, left.End, right.End) : start;
    }
}
