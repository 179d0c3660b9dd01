using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Notifications;

/// <summary>A file that goes with a mail. Kept in the same commit as the mail, so that neither goes without the other.</summary>
public sealed class MailAttachment
{
    public Guid MailId { get; set; }

    public int Ordinal { get; set; }

    public required string FileName { get; set; }

    /// <summary>With its parameters, as it stands in the mail: <c>text/calendar; method=REQUEST; charset=utf-8</c>.</summary>
    public required string MediaType { get; set; }

    public required byte[] Content { get; set; }
}

internal sealed class MailAttachmentConfiguration : IEntityTypeConfiguration<MailAttachment>
{
    public void Configure(EntityTypeBuilder<MailAttachment> builder)
    {
        builder.ToTable("MailAttachments");
        builder.HasKey(a => new { a.MailId, a.Ordinal });
        builder.Property(a => a.FileName).HasMaxLength(200);
        builder.Property(a => a.MediaType).HasMaxLength(200);
        builder.HasOne<Mail>().WithMany(m => m.Attachments).HasForeignKey(a => a.MailId).OnDelete(DeleteBehavior.Cascade);
    }
}
