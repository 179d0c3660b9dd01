using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace CaseFlow.Cases.Webhooks;

/// <summary>Where events are sent: a channel's site, or a system that has subscribed.</summary>
public sealed class WebhookEndpoint
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    /// <summary>Checked when it is written, and again each time it is connected to.</summary>
    public required string Url { get; set; }

    /// <summary>Key of the organisation's channel whose site it is: what it answers confirms the publication. Null for a subscriber.</summary>
    public string? Channel { get; set; }

    /// <summary>The CloudEvents types that it wants, with blanks between; empty wants all.</summary>
    public string Events { get; set; } = "";

    /// <summary>The secret that signs, protected by the host's keys.</summary>
    public required string Secret { get; set; }

    /// <summary>The secret before it; signs too until <see cref="FormerUntil"/>, so that the receiver can change in its own time.</summary>
    public string? FormerSecret { get; set; }

    public DateTimeOffset? FormerUntil { get; set; }

    /// <summary>Null while events are sent to it.</summary>
    public DateTimeOffset? DisabledAt { get; set; }

    /// <summary>Code: <c>gone</c> (it answered 410) or <c>person</c>.</summary>
    public string? DisabledBecause { get; set; }

    public required string CreatedBy { get; set; }

    public DateTimeOffset CreatedAt { get; set; }

    public IReadOnlyList<string> EventTypes => Events.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>True when it is to have events of the type.</summary>
    public bool Wants(string type) => DisabledAt is null && (Events.Length == 0 || EventTypes.Contains(type, StringComparer.Ordinal));
}

/// <summary>How far the sending of one event to one endpoint has come.</summary>
public enum WebhookState
{
    /// <summary>Is to be sent, now or at its next attempt.</summary>
    Waiting,

    /// <summary>The endpoint has taken it; a channel that answers 202 confirms later.</summary>
    Delivered,

    /// <summary>Three days have passed, or the endpoint is gone; a person can send it again.</summary>
    GivenUp,
}

/// <summary>One event on its way to one endpoint. Its id is the receiver's <c>webhook-id</c>, the same at every attempt.</summary>
public sealed class WebhookDelivery
{
    public Guid Id { get; set; }

    public Guid EndpointId { get; set; }

    /// <summary>What caused it: the same cause never makes two.</summary>
    public required string Cause { get; set; }

    /// <summary>CloudEvents type of the event.</summary>
    public required string EventType { get; set; }

    /// <summary>The meeting or case that it is about.</summary>
    public Guid? SubjectId { get; set; }

    /// <summary>The hash of the minutes that a channel is asked to publish; null for other events.</summary>
    public string? Hash { get; set; }

    /// <summary>The body exactly as it is signed and sent.</summary>
    public required string Body { get; set; }

    public DateTimeOffset WrittenAt { get; set; }

    public WebhookState State { get; set; }

    /// <summary>Not before: moved forward after a failure.</summary>
    public DateTimeOffset AvailableAt { get; set; }

    /// <summary>A node sends it until this moment.</summary>
    public DateTimeOffset? LeasedUntil { get; set; }

    /// <summary>Since it was written, or since a person sent it again.</summary>
    public int Attempts { get; set; }

    /// <summary>The endpoint's last answer; null when there was none.</summary>
    public int? LastStatus { get; set; }

    /// <summary>Code of what was wrong; null when nothing was.</summary>
    public string? LastError { get; set; }

    public DateTimeOffset? DeliveredAt { get; set; }
}

internal sealed class WebhookEndpointConfiguration : IEntityTypeConfiguration<WebhookEndpoint>
{
    public void Configure(EntityTypeBuilder<WebhookEndpoint> builder)
    {
        builder.ToTable("WebhookEndpoints");
        builder.Property(e => e.Id).ValueGeneratedNever();
        builder.Ignore(e => e.EventTypes);
        builder.Property(e => e.Name).HasMaxLength(100);
        builder.Property(e => e.Url).HasMaxLength(WebhookRules.MaxUrl);
        builder.Property(e => e.Channel).HasMaxLength(64);
        builder.Property(e => e.Events).HasMaxLength(2000);
        builder.Property(e => e.Secret).HasMaxLength(1000);
        builder.Property(e => e.FormerSecret).HasMaxLength(1000);
        builder.Property(e => e.DisabledBecause).HasMaxLength(20);
        builder.Property(e => e.CreatedBy).HasMaxLength(450);
    }
}

internal sealed class WebhookDeliveryConfiguration : IEntityTypeConfiguration<WebhookDelivery>
{
    public void Configure(EntityTypeBuilder<WebhookDelivery> builder)
    {
        builder.ToTable("WebhookDeliveries");
        builder.Property(d => d.Id).ValueGeneratedNever();
        builder.Property(d => d.Cause).HasMaxLength(100);
        builder.Property(d => d.EventType).HasMaxLength(100);
        builder.Property(d => d.Hash).HasMaxLength(64);
        builder.Property(d => d.State).HasConversion<string>().HasMaxLength(20);
        builder.Property(d => d.LastError).HasMaxLength(200);
        builder.HasOne<WebhookEndpoint>().WithMany().HasForeignKey(d => d.EndpointId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(d => new { d.EndpointId, d.Cause }).IsUnique();
        builder.HasIndex(d => new { d.State, d.AvailableAt });
        builder.HasIndex(d => d.SubjectId);
    }
}
