using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Forms;

/// <summary>A fault in one field's answer.</summary>
internal static class FormRefusals
{
    /// <param name="text">Key of the text; <c>FieldTooLong</c> becomes the code <c>form.too-long</c>, and so does <c>FieldTooLong_Variant</c>.</param>
    /// <param name="arguments">Filled into the text; a label is filled in by language.</param>
    public static Refusal Field(string text, string field, params object?[] arguments)
    {
        var sv = BilingualText.From(FormTexts.Resources, text, [.. arguments.Select(a => a is BilingualText label ? label.Sv : a)]).Sv;
        var en = BilingualText.From(FormTexts.Resources, text, [.. arguments.Select(a => a is BilingualText label ? label.En : a)]).En;
        return new(RefusalKind.Invalid, Code(text), new(sv, en), Field: field);
    }

    private static string Code(string text) =>
        "form." + string.Concat(text["Field".Length..].TakeWhile(c => c != '_').Select((c, i) => char.IsUpper(c) ? $"{(i > 0 ? "-" : "")}{char.ToLowerInvariant(c)}" : $"{c}"));
}
