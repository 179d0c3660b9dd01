using System.Resources;
using FluentValidation;
using FluentValidation.Results;

namespace CaseFlow.Cases.Language;

/// <summary>The shape of what people type in, said with FluentValidation and answered in both languages with the field to mend.</summary>
/// <remarks>A rule's error code is the name of a text in <c>LanguageTexts</c>, so that validators hold no text of their own.</remarks>
public static class InputRules
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Language.LanguageTexts", typeof(InputRules).Assembly);

    /// <summary>Must be filled in.</summary>
    public static IRuleBuilderOptions<T, string?> Needed<T>(this IRuleBuilder<T, string?> rule) =>
        rule.NotEmpty().WithErrorCode("InputNeeded");

    /// <summary>At most so many characters, and no control characters but line breaks and tabs.</summary>
    public static IRuleBuilderOptions<T, string?> Text<T>(this IRuleBuilder<T, string?> rule, int atMost) =>
        rule.Must(text => text is null || text.Length <= atMost).WithErrorCode("InputTooLong").WithState(_ => atMost)
            .Must(text => text is null || !text.Any(c => char.IsControl(c) && c is not ('\n' or '\r' or '\t'))).WithErrorCode("InputControl");

    /// <summary>One line of text.</summary>
    public static IRuleBuilderOptions<T, string?> Line<T>(this IRuleBuilder<T, string?> rule, int atMost) =>
        rule.Text(atMost).Must(text => text is null || !text.Any(char.IsControl)).WithErrorCode("InputControl");

    /// <summary>No personal identity number (R39).</summary>
    public static IRuleBuilderOptions<T, string?> NoPersonalNumber<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => !PersonalNumberGuard.Contains(text)).WithErrorCode("PersonalNumber");

    /// <summary>An address that mail can be sent to.</summary>
    public static IRuleBuilderOptions<T, string?> MailAddress<T>(this IRuleBuilder<T, string?> rule) =>
        rule.Must(text => text is not null && System.Net.Mail.MailAddress.TryCreate(text, out var address) && address.Address == text && address.Host.Contains('.', StringComparison.Ordinal))
            .WithErrorCode("InputMail");

    /// <summary>The last day is not before the first.</summary>
    public static IRuleBuilderOptions<T, DateOnly?> NotBefore<T>(this IRuleBuilder<T, DateOnly?> rule, Func<T, DateOnly> first) =>
        rule.Must((input, last) => last is null || last >= first(input)).WithErrorCode("InputPeriod");

    /// <summary>What is wrong with the input; empty when nothing is. Fields are named as forms name them, in camel case.</summary>
    public static IReadOnlyList<Refusal> Check<T>(this IValidator<T> validator, T input)
    {
        ArgumentNullException.ThrowIfNull(validator);
        return [.. validator.Validate(input).Errors.DistinctBy(e => e.PropertyName).Select(Refuse)];
    }

    private static Refusal Refuse(ValidationFailure failure)
    {
        var field = char.ToLowerInvariant(failure.PropertyName[0]) + failure.PropertyName[1..];
        return failure.ErrorCode == "PersonalNumber"
            ? new(RefusalKind.Invalid, "text.personal-number", BilingualText.From(Texts, failure.ErrorCode), Field: field)
            : new(RefusalKind.Invalid, "input." + failure.ErrorCode["Input".Length..].ToLowerInvariant(), BilingualText.From(Texts, failure.ErrorCode, failure.CustomState), Field: field);
    }
}
