using CaseFlow.Cases.Forms;
using CaseFlow.Cases.Storage;
using CaseFlow.Engine.Model;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Timeline;

/// <summary>
/// A mark on a case, by which it is found and counted: its category, its topics, its legal basis (R16, R26-R32, R37). Any field of
/// any form becomes one by the property <c>tag</c>; its latest answer stands.
/// </summary>
public sealed class CaseTag
{
    public Guid CaseId { get; set; }

    /// <summary>Key of the form's field.</summary>
    public required string Field { get; set; }

    /// <summary>Code of the choice, or the words where the field is free.</summary>
    public required string Value { get; set; }

    /// <summary>The words as <see cref="CaseSearch"/> finds them.</summary>
    public required string SearchText { get; set; }
}

/// <summary>Keeps and lists the marks of cases.</summary>
public static class CaseTags
{
    private const int MaxLength = 200;

    /// <summary>The fields that mark cases, in the order of the bundle's forms.</summary>
    public static IReadOnlyList<FormField> Fields(ModelBundle bundle) =>
        [.. FormFiles.All(bundle).SelectMany(f => f.Fields).Where(f => f.IsTag).DistinctBy(f => f.Key)];

    /// <summary>Puts a form's answers in the place of what its fields marked the case with before.</summary>
    internal static async Task Keep(CaseFlowDb db, Guid caseId, FormSchema? form, FormAnswers answers, CancellationToken ct)
    {
        var fields = (form?.Fields ?? []).Where(f => f.IsTag).ToList();
        if (fields.Count == 0)
            return;
        var keys = fields.ConvertAll(f => f.Key);
        var wanted = fields.SelectMany(f => Marks(caseId, f, answers)).ToDictionary(t => (t.Field, t.Value));
        foreach (var old in await db.Set<CaseTag>().Where(t => t.CaseId == caseId && keys.Contains(t.Field)).ToListAsync(ct))
        {
            if (!wanted.Remove((old.Field, old.Value)))
                db.Remove(old);
        }

        db.AddRange(wanted.Values);
    }

    private static IEnumerable<CaseTag> Marks(Guid caseId, FormField field, FormAnswers answers)
    {
        var values = field.HasChoices
            ? answers.Codes(field.Key)
            : (answers.Text(field.Key) ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return values.Select(v => v.Length > MaxLength ? v[..MaxLength] : v).Distinct(StringComparer.Ordinal).Select(value => new CaseTag
        {
            CaseId = caseId,
            Field = field.Key,
            Value = value,
            SearchText = CaseSearch.Normalise(field.Choices.FirstOrDefault(c => c.Value == value)?.Label.Sv ?? value),
        });
    }
}

internal sealed class CaseTagConfiguration : IEntityTypeConfiguration<CaseTag>
{
    public void Configure(EntityTypeBuilder<CaseTag> builder)
    {
        builder.ToTable("CaseTags");
        builder.HasKey(t => new { t.CaseId, t.Field, t.Value });
        builder.Property(t => t.Field).HasMaxLength(64);
        builder.Property(t => t.Value).HasMaxLength(200);
        builder.Property(t => t.SearchText).HasMaxLength(400);
        builder.HasIndex(t => new { t.Field, t.Value });
    }
}
