using System.Text.RegularExpressions;
using CaseFlow.Cases.Forms;

namespace CaseFlow.Cases.Preparation;

/// <summary>How complete prepared material is (R58) and whether it is longer than it should be (R59). Tells; stops nobody.</summary>
/// <param name="Gaps">Questions that are there to answer and have no answer, in the order of the form.</param>
/// <param name="Sentences">Of the summary, when there are more than there should be; null otherwise.</param>
public sealed partial record MaterialReview(IReadOnlyList<FormField> Gaps, int? Sentences)
{
    private const string SummaryField = "sammanfattning";

    public bool IsComplete => Gaps.Count == 0;

    /// <param name="conditions">Over the variables that the task sees: what they hide is not missed.</param>
    /// <param name="mostSentences">The mandate's threshold for a summary; null: none.</param>
    public static MaterialReview Of(FormSchema form, FormConditions conditions, FormAnswers answers, int? mostSentences)
    {
        ArgumentNullException.ThrowIfNull(form);
        ArgumentNullException.ThrowIfNull(conditions);
        ArgumentNullException.ThrowIfNull(answers);
        var gaps = conditions.Asked(form.Components, answers.AsFeel())
            .Where(f => (f.IsRecommended || f.Rules.Required) && string.IsNullOrWhiteSpace(answers.Text(f.Key)) && answers.Codes(f.Key).Count == 0);
        var sentences = SentenceEnd().Count(answers.Text(SummaryField)?.Trim() + " ");
        return new([.. gaps], sentences > mostSentences ? sentences : null);
    }

    [GeneratedRegex(@"[.!?…]+(?=\s)", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 200)]
    private static partial Regex SentenceEnd();
}
