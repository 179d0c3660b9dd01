using System.Resources;
using CaseFlow.Cases.Language;

namespace CaseFlow.Cases.Documents;

/// <summary>How a maturity is written in facts and messages, and what people see.</summary>
public static class MaturityCodes
{
    private static readonly ResourceManager Texts = new("CaseFlow.Cases.Documents.DocumentTexts", typeof(MaturityCodes).Assembly);

    /// <summary>The stable code.</summary>
    public static string Of(DocumentMaturity maturity) => maturity switch
    {
        DocumentMaturity.WorkingMaterial => "working-material",
        DocumentMaturity.BasisForDialogue => "basis-for-dialogue",
        DocumentMaturity.Proposal => "proposal",
        DocumentMaturity.Established => "established",
        DocumentMaturity.Adopted => "adopted",
    };

    /// <summary>The maturity that a code names, or null.</summary>
    public static DocumentMaturity? Read(string? code)
    {
        foreach (var maturity in Enum.GetValues<DocumentMaturity>())
        {
            if (Of(maturity) == code)
                return maturity;
        }

        return null;
    }

    public static BilingualText Name(DocumentMaturity maturity) => BilingualText.From(Texts, "Maturity" + maturity);
}
