using System.Globalization;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>The minutes are ready to be signed (R138): a version with no signatures yet.</summary>
internal sealed class SubmitMinutes : ITaskCommand
{
    public const string TextField = "anteckning";
    private const string SeenField = "anteckningsversion";

    public string Name => "SubmitMinutes";

    /// <summary>The version that the writer saw; answers without it (a program's) replace whatever is there.</summary>
    public IReadOnlyCollection<string> OwnFields => [SeenField];

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var meeting = context.Instance.Id;
        var text = Paragraphs.Normal(answers.Text(TextField) ?? "");
        var last = await SaveMinutes.Last(unit.Db, meeting, ct);
        if (last is not null && answers.Text(SeenField) is { } seen && seen != last.Version.ToString(CultureInfo.InvariantCulture))
            return MinutesRefusals.SameParagraph();
        // A round of signing that failed is never signed on: the next one has a version of its own.
        var isSigned = last is not null && await unit.Db.Set<MinutesSignature>().AnyAsync(s => s.MeetingId == meeting && s.Version == last.Version, ct);
        if (isSigned && last!.Hash == Paragraphs.Hash(text)) // isSigned: there is one
        {
            unit.Db.Add(new MinutesVersion
            {
                MeetingId = meeting,
                Version = last.Version + 1,
                Text = text,
                Hash = last.Hash,
                WrittenBy = unit.Actor.AccountId,
                WrittenAt = unit.Now,
            });
        }
        else
        {
            SaveMinutes.Add(unit, meeting, last, text);
        }

        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}
