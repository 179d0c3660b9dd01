using System.Resources;
using CaseFlow.Cases.Processes;
using CaseFlow.Cases.Tasks;
using CaseFlow.Engine.Feel;
using Microsoft.Extensions.DependencyInjection;

namespace CaseFlow.Cases.Minutes;

internal static class MinutesRegistration
{
    public static ResourceManager Texts { get; } = new("CaseFlow.Cases.Minutes.MinutesTexts", typeof(MinutesRegistration).Assembly);

    public static IServiceCollection AddMinutes(this IServiceCollection services) => services
        .AddSingleton<ITaskCommand, SubmitMinutes>()
        .AddSingleton<ITaskCommand, SignMinutes>()
        .AddSingleton<ITaskCommand, ConfirmPublication>()
        .AddSingleton<ISignatureProof, AccountProof>()
        .AddSingleton<PublishMinutes>()
        .AddSingleton<ConfirmChannel>()
        .AddSingleton<PublishedMinutes>()
        .AddSingleton<IInlineTopic, ArchiveMeeting>()
        .AddSingleton<SaveMinutes>()
        .AddSingleton<CommentOnMinutes>()
        .AddSingleton<MinutesReader>();
}

/// <summary>Archives the meeting (<c>mote.arkivera</c>): signed by both and published in both places, nothing in it changes any more.</summary>
internal sealed class ArchiveMeeting : IInlineTopic
{
    public string Topic => "mote.arkivera";

    public Task<FeelContext> Run(TopicContext context, CancellationToken ct) => Task.FromResult(FeelContext.Empty);
}
