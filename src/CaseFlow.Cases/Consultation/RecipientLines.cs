using CaseFlow.Cases.Language;
using FluentValidation;

namespace CaseFlow.Cases.Consultation;

/// <summary>A recipient as a line of a list names it.</summary>
internal sealed record RecipientLine(string Name, string? Email);

/// <summary>Reads a list of recipients: one a line, the name and, after a semicolon, an address. Pure.</summary>
internal static class RecipientLines
{
    private const int Most = 300;

    public static Outcome<IReadOnlyList<RecipientLine>> Read(string? text)
    {
        var lines = (text ?? "").ReplaceLineEndings("\n").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (lines.Length is 0 or > Most)
            return ConsultationRefusals.NobodyNamed();
        var read = new List<RecipientLine>();
        foreach (var line in lines)
        {
            var parts = line.Split([';', '\t'], 2, StringSplitOptions.TrimEntries);
            var one = new RecipientLine(parts[0], parts.Length > 1 && parts[1].Length > 0 ? parts[1] : null);
            if (PersonalNumberGuard.Check(line, "mottagare") is { } personal)
                return personal;
            if (RecipientLineValidator.Instance.Check(one).Count > 0)
                return ConsultationRefusals.LineWrong(line.Length > 80 ? line[..80] : line);
            read.Add(one);
        }

        return Outcome<IReadOnlyList<RecipientLine>>.Accepted(read);
    }
}

internal sealed class RecipientLineValidator : AbstractValidator<RecipientLine>
{
    public static RecipientLineValidator Instance { get; } = new();

    private RecipientLineValidator()
    {
        RuleFor(l => l.Name).Needed().Line(200);
        RuleFor(l => l.Email).Line(254).MailAddress().When(l => l.Email is not null);
    }
}
