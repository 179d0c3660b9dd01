using System.Text.Json;
using CaseFlow.Engine.Feel;

namespace CaseFlow.Conformance.DmnTck;

/// <summary>The kit's typed values as FEEL values, and their comparison.</summary>
internal static class TckValues
{
    // The kit writes irrational results with as many digits as its author had.
    private const int LooseFrom = 8;
    private static readonly FeelValue Tolerance = FeelValue.Of(0.00000001m);

    public static bool IsNil(JsonElement value) =>
        value.ValueKind != JsonValueKind.Object || (value.TryGetProperty("nil", out var nil) && nil.ValueKind == JsonValueKind.True);

    public static FeelValue Read(JsonElement value)
    {
        if (IsNil(value))
        {
            return FeelValue.Null;
        }

        if (value.TryGetProperty("list", out var list))
        {
            return list.ValueKind == JsonValueKind.Array ? FeelValue.Of([.. list.EnumerateArray().Select(Read)]) : FeelValue.Null;
        }

        if (value.TryGetProperty("context", out var context))
        {
            return FeelValue.Of(FeelContext.Of(context.EnumerateObject().Select(p => new KeyValuePair<string, FeelValue>(p.Name, Read(p.Value)))));
        }

        var text = value.TryGetProperty("value", out var content) ? content.ToString() : "";
        return (value.TryGetProperty("type", out var type) ? type.GetString() : null) switch
        {
            "decimal" or "double" or "float" or "integer" or "int" or "long" => Literal(text.Trim()),
            "boolean" => FeelValue.Of(text.Trim() is "true" or "1"),
            "date" => Converted("date", text),
            "time" => Converted("time", text),
            "dateTime" => Converted("date and time", text),
            "duration" or "dayTimeDuration" or "yearMonthDuration" => Converted("duration", text),
            _ => FeelValue.Of(text),
        };
    }

    private static FeelValue Literal(string number) => FeelNumber.TryParse(number.TrimStart('+'), out var value) ? FeelValue.Of(value) : FeelValue.Null;

    private static FeelValue Converted(string function, string text) =>
        Evaluate($"{function}(text)", FeelContext.Of(new KeyValuePair<string, FeelValue>("text", FeelValue.Of(text.Trim()))));

    private static FeelValue Evaluate(string expression, FeelContext variables) =>
        FeelExpression.Compile(expression).Expression?.Evaluate(variables, new FeelEnvironment(DateTimeOffset.UnixEpoch)).Value ?? FeelValue.Null;

    public static bool Same(FeelValue expected, FeelValue actual)
    {
        if (expected.Kind != actual.Kind)
        {
            return false;
        }

        return expected.Kind switch
        {
            FeelKind.Number => expected == actual || (IsLoose(expected) && IsNear(expected, actual)),
            FeelKind.List => SameLists(expected.AsList() ?? [], actual.AsList() ?? []),
            FeelKind.Context => SameContexts(expected.AsContext() ?? FeelContext.Empty, actual.AsContext() ?? FeelContext.Empty),
            FeelKind.DateTime => expected == actual
                || (expected.AsDateTime().UtcSecond == actual.AsDateTime().UtcSecond && expected.AsDateTime().Nanosecond == actual.AsDateTime().Nanosecond
                    && (expected.AsDateTime().Zone is null) == (actual.AsDateTime().Zone is null)),
            FeelKind.Null or FeelKind.Boolean or FeelKind.String or FeelKind.Date or FeelKind.Time or FeelKind.DaysTimeDuration
                or FeelKind.YearsMonthsDuration or FeelKind.Range or FeelKind.Function => expected == actual,
        };
    }

    private static bool IsLoose(FeelValue number)
    {
        var text = number.ToString();
        var point = text.IndexOf('.', StringComparison.Ordinal);
        return point >= 0 && text.Length - point - 1 >= LooseFrom;
    }

    private static bool IsNear(FeelValue expected, FeelValue actual) => Evaluate(
        "abs(a - b) <= t",
        FeelContext.Of(new("a", expected), new("b", actual), new("t", Tolerance))).IsTrue;

    private static bool SameLists(IReadOnlyList<FeelValue> expected, IReadOnlyList<FeelValue> actual) =>
        expected.Count == actual.Count && expected.Zip(actual).All(p => Same(p.First, p.Second));

    private static bool SameContexts(FeelContext expected, FeelContext actual) =>
        expected.Count == actual.Count && expected.All(e => actual.TryGet(e.Key, out var value) && Same(e.Value, value));
}
