using System.Security.Cryptography;
using System.Text;
using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Language;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.EntityFrameworkCore;

namespace CaseFlow.Cases.Minutes;

/// <summary>The minutes are ready to be signed (R138): a new version, with no signatures yet.</summary>
internal sealed class SubmitMinutes : ITaskCommand
{
    public string Name => "SubmitMinutes";

    public async Task<Outcome<FeelContext>> Decide(TaskContext context, FormAnswers answers, CancellationToken ct)
    {
        var unit = context.Unit;
        var text = answers.Text("anteckning") ?? "";
        var last = await unit.Db.Set<MinutesVersion>().Where(m => m.MeetingId == context.Instance.Id).MaxAsync(m => (int?)m.Version, ct) ?? 0;
        unit.Db.Add(new MinutesVersion
        {
            MeetingId = context.Instance.Id,
            Version = last + 1,
            Text = text,
            Hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text))),
            WrittenBy = unit.Actor.AccountId,
            WrittenAt = unit.Now,
        });
        return Outcome<FeelContext>.Accepted(FeelContext.Empty);
    }
}
