using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Forms;

/// <summary>A form of <c>forms/&lt;key&gt;.form</c>, read from the form-js schema: what a user task asks, in both languages.</summary>
/// <param name="Id">The schema's id, or the file's name without its ending.</param>
/// <param name="Components">In the order of the page.</param>
public sealed record FormSchema(string Id, IReadOnlyList<FormComponent> Components)
{
    /// <summary>Every field, those inside groups included, in the order of the page.</summary>
    public IEnumerable<FormField> Fields => FieldsOf(Components);

    public FormField? FindField(string key) => Fields.FirstOrDefault(f => string.Equals(f.Key, key, StringComparison.Ordinal));

    private static IEnumerable<FormField> FieldsOf(IEnumerable<FormComponent> components) => components.SelectMany(c => c switch
    {
        FormField field => [field],
        FormGroup group => FieldsOf(group.Components),
        _ => Enumerable.Empty<FormField>(),
    });
}

/// <summary>One thing on a form.</summary>
/// <param name="HideWhen">FEEL over the task's variables and the answers given so far; the component and what it holds are neither shown nor asked for while it is true.</param>
public abstract record FormComponent(string? HideWhen);

/// <summary>Something to read. Plain text with blank lines between paragraphs; never HTML.</summary>
public sealed record FormProse(BilingualText Text, string? HideWhen) : FormComponent(HideWhen);

/// <summary>Fields that belong together under one heading.</summary>
public sealed record FormGroup(BilingualText? Heading, IReadOnlyList<FormComponent> Components, string? HideWhen) : FormComponent(HideWhen);

/// <summary>A line between parts of the form.</summary>
public sealed record FormSeparator(string? HideWhen) : FormComponent(HideWhen);

/// <summary>What kind of answer a field takes; decides how the answer is written in JSON.</summary>
public enum FormFieldKind
{
    /// <summary>One line: a string.</summary>
    Text,

    /// <summary>Several lines: a string.</summary>
    LongText,

    /// <summary>A decimal number.</summary>
    Number,

    /// <summary>A day: <c>yyyy-MM-dd</c>.</summary>
    Date,

    /// <summary>A time of day: <c>HH:mm</c>.</summary>
    Time,

    /// <summary>Yes or no: a boolean, false when it is not ticked.</summary>
    Checkbox,

    /// <summary>One of few, all shown: the choice's code.</summary>
    Radio,

    /// <summary>One of many: the choice's code.</summary>
    Select,

    /// <summary>Any of several: a list of codes.</summary>
    Checklist,
}

/// <summary>A question.</summary>
/// <param name="Key">Name of the answer.</param>
/// <param name="Choices">The answers to choose between, for radio, select and checklist; empty when they come from elsewhere.</param>
/// <param name="ChoicesFrom">Where the codes to choose between are listed: a variable (form-js <c>valuesKey</c>), or FEEL with a leading = (<c>valuesExpression</c>).</param>
/// <param name="Unit">What a number counts: "minuter".</param>
/// <param name="Prefill">FEEL or a literal that the field holds before anybody has answered (form-js <c>defaultValue</c>; a leading = makes it FEEL).</param>
public sealed record FormField(
    string Key,
    FormFieldKind Kind,
    BilingualText Label,
    BilingualText? Description,
    FormRules Rules,
    IReadOnlyList<FormChoice> Choices,
    string? ChoicesFrom,
    BilingualText? Unit,
    string? Prefill,
    string? HideWhen) : FormComponent(HideWhen)
{
    public bool HasChoices => Kind is FormFieldKind.Radio or FormFieldKind.Select or FormFieldKind.Checklist;

    /// <summary>The answer marks the case: it can be found and counted by it (form-js property <c>tag</c>).</summary>
    public bool IsTag { get; init; }

    /// <summary>Not compulsory, but a complete case has it (form-js property <c>recommended</c>).</summary>
    public bool IsRecommended { get; init; }

    /// <summary>A clause demands an answer, and the command refuses with that clause; the form only marks it as compulsory (form-js property <c>demanded</c>).</summary>
    public bool IsDemanded { get; init; }

    /// <summary>What a person writes freely: kept in erasable tables, never in a process variable.</summary>
    public bool IsWords => Kind is FormFieldKind.Text or FormFieldKind.LongText;
}

/// <summary>One answer to choose.</summary>
public sealed record FormChoice(string Value, BilingualText Label, BilingualText? Description);

/// <summary>What an answer must fulfil (form-js <c>validate</c>).</summary>
/// <param name="Pattern">A regular expression that the whole text must match; only from deployed definitions, and bounded in time.</param>
public sealed record FormRules(bool Required, int? MinLength, int? MaxLength, decimal? Min, decimal? Max, string? Pattern, bool IsEmail)
{
    public static FormRules None { get; } = new(false, null, null, null, null, null, false);
}

/// <summary>The outcome of reading a form: a form, or the errors that stopped it; warnings come with either.</summary>
public sealed record FormReadResult(FormSchema? Form, IReadOnlyList<Engine.Reading.Finding> Findings);
