using System.Globalization;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Organisation;

namespace CaseFlow.Cases.Consultation;

/// <summary>Everything that a compiled consultation tells (remissammanställning).</summary>
/// <param name="WithoutAnswer">Why some views were left without an answer; null when none was.</param>
public sealed record ConsultationReport(
    string Number, string Title, ConsultationRound Round, IReadOnlyList<ConsultationRecipient> Recipients, IReadOnlyList<ConsultationView> Views,
    OrganisationModel Organisation, string? WithoutAnswer)
{
    internal static StringComparer ByName { get; } = StringComparer.Create(CultureInfo.GetCultureInfo("sv-SE"), ignoreCase: true);

    /// <summary>Those who have answered, by name.</summary>
    public IReadOnlyList<ConsultationRecipient> Answered => [.. Recipients.Where(r => r.AnsweredAt is not null).OrderBy(r => NameOf(r).Sv, ByName)];

    /// <summary>Those who have not, by name.</summary>
    public IReadOnlyList<ConsultationRecipient> Silent => [.. Recipients.Where(r => r.AnsweredAt is null).OrderBy(r => NameOf(r).Sv, ByName)];

    public BilingualText NameOf(ConsultationRecipient recipient) => RecipientChoices.NameOf(Organisation, recipient);

    public IEnumerable<ConsultationView> ViewsOf(ConsultationRecipient recipient)
    {
        ArgumentNullException.ThrowIfNull(recipient);
        return Views.Where(v => v.RecipientId == recipient.Id).OrderBy(v => v.Number);
    }

    public int Count(ViewDisposition? disposition) => Views.Count(v => v.Disposition == disposition);

    /// <summary>A disposition in words; what a view without one is called when null.</summary>
    public static BilingualText Word(ViewDisposition? disposition) =>
        BilingualText.From(ConsultationRefusals.Texts, "Disposition" + (disposition?.ToString() ?? "None"));

    /// <summary>What a recipient answered, in words; a code that the form has since dropped as it is.</summary>
    public static BilingualText AnswerWord(string? code) => code switch
    {
        "synpunkter" => BilingualText.From(ConsultationRefusals.Texts, "AnswerViews"),
        "inga-synpunkter" => BilingualText.From(ConsultationRefusals.Texts, "AnswerNone"),
        "avstar" => BilingualText.From(ConsultationRefusals.Texts, "AnswerAbstains"),
        null => BilingualText.From(ConsultationRefusals.Texts, "AnswerMissing"),
        _ => new(code, code),
    };
}
