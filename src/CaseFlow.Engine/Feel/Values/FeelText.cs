using System.Text;
using CaseFlow.Engine.Feel.Evaluation;

namespace CaseFlow.Engine.Feel;

/// <summary>Values as the text of FEEL's <c>string()</c>: strings bare at the outside, quoted inside lists and contexts.</summary>
internal static class FeelText
{
    // Deeper values cannot be built by expressions of the allowed depth, only handed in.
    private const int DeepestText = 200;

    // Shared parts can make the text of a small value huge; beyond this it is cut off.
    private const int LongestText = 2 * EvaluationRun.LongestString;

    /// <summary>The text; its making is charged to an evaluation, if there is one.</summary>
    public static string Of(FeelValue value, EvaluationRun? run = null)
    {
        if (value.Kind == FeelKind.String)
        {
            return value.AsString() ?? "";
        }

        var text = new StringBuilder();
        Append(text, value, 0);
        run?.Step(text.Length >> 4);
        return text.ToString();
    }

    private static void Append(StringBuilder text, FeelValue value, int depth)
    {
        if (depth > DeepestText || text.Length > LongestText)
        {
            text.Append("...");
            return;
        }

        switch (value.Kind)
        {
            case FeelKind.Null:
                text.Append("null");
                break;
            case FeelKind.Boolean:
                text.Append(value.IsTrue ? "true" : "false");
                break;
            case FeelKind.Number:
                text.Append(value.AsNumber().ToString());
                break;
            case FeelKind.String:
                AppendQuoted(text, value.AsString() ?? "");
                break;
            case FeelKind.Date:
                text.Append(value.AsDate().ToString());
                break;
            case FeelKind.Time:
                text.Append(value.AsTime().ToString());
                break;
            case FeelKind.DateTime:
                text.Append(value.AsDateTime().ToString());
                break;
            case FeelKind.DaysTimeDuration:
                text.Append(value.AsDuration().ToString());
                break;
            case FeelKind.YearsMonthsDuration:
                text.Append(value.AsMonths().ToString());
                break;
            case FeelKind.List:
                AppendList(text, value.AsList() ?? [], depth);
                break;
            case FeelKind.Context:
                AppendContext(text, value.AsContext() ?? FeelContext.Empty, depth);
                break;
            case FeelKind.Range:
                AppendRange(text, value.AsRange(), depth);
                break;
            case FeelKind.Function:
                text.Append("function(").AppendJoin(", ", value.AsFunction()?.ParameterNames ?? []).Append(')');
                break;
        }
    }

    private static void AppendQuoted(StringBuilder text, string value)
    {
        text.Append('"').Append(value.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\"", "\\\"", StringComparison.Ordinal)).Append('"');
    }

    private static void AppendList(StringBuilder text, IReadOnlyList<FeelValue> list, int depth)
    {
        text.Append('[');
        for (var i = 0; i < list.Count; i++)
        {
            text.Append(i == 0 ? "" : ", ");
            Append(text, list[i], depth + 1);
        }

        text.Append(']');
    }

    private static void AppendContext(StringBuilder text, FeelContext context, int depth)
    {
        text.Append('{');
        var first = true;
        foreach (var (name, value) in context)
        {
            text.Append(first ? "" : ", ");
            first = false;
            if (IsPlainName(name))
            {
                text.Append(name);
            }
            else
            {
                AppendQuoted(text, name);
            }

            text.Append(": ");
            Append(text, value, depth + 1);
        }

        text.Append('}');
    }

    private static bool IsPlainName(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && name.All(c => char.IsLetterOrDigit(c) || c is '_' or ' ' or '\'' or '-' or '.' or '/' or '+' or '*' || char.IsSurrogate(c));

    private static void AppendRange(StringBuilder text, FeelRange? range, int depth)
    {
        if (range is null)
        {
            return;
        }

        if (range.Form != FeelRangeForm.Interval)
        {
            text.Append('(').Append(range.Form switch
            {
                FeelRangeForm.LessThan => "< ",
                FeelRangeForm.AtMost => "<= ",
                FeelRangeForm.GreaterThan => "> ",
                FeelRangeForm.AtLeast => ">= ",
                FeelRangeForm.Equal => "= ",
                FeelRangeForm.NotEqual => "!= ",
                FeelRangeForm.Interval => "",
            });
            AppendEndpoint(text, range.Form is FeelRangeForm.LessThan or FeelRangeForm.AtMost ? range.End : range.Start, depth);
            text.Append(')');
            return;
        }

        text.Append(range.StartIncluded ? '[' : '(');
        AppendEndpoint(text, range.Start, depth);
        text.Append("..");
        AppendEndpoint(text, range.End, depth);
        text.Append(range.EndIncluded ? ']' : ')');
    }

    private static void AppendEndpoint(StringBuilder text, FeelValue value, int depth)
    {
        var literal = value.Kind is FeelKind.Date or FeelKind.Time or FeelKind.DateTime or FeelKind.DaysTimeDuration or FeelKind.YearsMonthsDuration;
        text.Append(literal ? "@\"" : "");
        Append(text, value, depth + 1);
        text.Append(literal ? "\"" : "");
    }
}
