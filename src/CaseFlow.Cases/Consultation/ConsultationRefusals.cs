using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Consultation;

/// <summary>What closing a round of consultation can be refused with.</summary>
internal static class ConsultationRefusals
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Consultation.ConsultationTexts", typeof(ConsultationRefusals).Assembly);

    public static Refusal NotFound() => Of(RefusalKind.NotFound, "consultation.not-found", "NotFound");

    public static Refusal NotYours() => Of(RefusalKind.Forbidden, "consultation.not-yours", "NotYours");

    public static Refusal NotOpen() => Of(RefusalKind.Conflict, "consultation.not-open", "NotOpen");

    private static Refusal Of(RefusalKind kind, string code, string key) => new(kind, code, BilingualText.From(Texts, key));
}
