using CaseFlow.Engine.Feel.Nodes;
using CaseFlow.Engine.Feel.Syntax;

namespace CaseFlow.Engine.Feel.BuiltIns;

/// <summary>Conversions to numbers, strings and ranges.</summary>
internal static class ConversionFunctions
{
    public static IEnumerable<BuiltIn> All { get; } =
    [
        BuiltIn.Of("number", Number, ["from", "grouping separator", "decimal separator"], required: 1),
        BuiltIn.Of("string", Text, ["from"]),
        BuiltIn.Of("range", Range, ["from"]),
    ];

    private static FeelValue Number(in Arguments a)
    {
        if (!a.Text(0, out var text))
        {
            return a.Fail(0);
        }

        var grouping = "";
        if (!a[1].IsNull && (!a.Text(1, out grouping) || grouping is not (" " or "," or ".")))
        {
            return a.Fail(1);
        }

        var point = ".";
        if (!a[2].IsNull && (!a.Text(2, out point) || point is not ("," or ".") || point == grouping))
        {
            return a.Fail(2);
        }

        if (grouping.Length > 0)
        {
            text = text.Replace(grouping, "", StringComparison.Ordinal);
        }

        text = point == "," ? text.Replace('.', '?').Replace(',', '.') : text;
        return FeelNumber.TryParse(text, out var number) && !text.EndsWith('.') ? FeelValue.Of(number) : a.Fail(0);
    }

    private static FeelValue Text(in Arguments a) => a[0].IsNull ? FeelValue.Null : a.OfText(FeelText.Of(a[0], a.Run));

    /// <summary>A range from its text, whose endpoints must be literals.</summary>
    private static FeelValue Range(in Arguments a)
    {
        if (!a.Text(0, out var text))
        {
            return a.Fail(0);
        }

        a.Run.Step(text.Length);
        try
        {
            var parsed = new Parser(text, NameSource.Nothing, null).ParseWhole();
            return RangeNode.IsLiteralInterval(parsed) ? parsed.Evaluate(a.Run, null) : a.Fail(0);
        }
        catch (FeelSyntaxException)
        {
            return a.Fail(0);
        }
    }
}
