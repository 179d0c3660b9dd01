using System.Collections.Frozen;

namespace CaseFlow.Cases.Processes;

/// <summary>The handlers of service tasks by topic. Two handlers of one topic are a mistake that stops the start.</summary>
public sealed class TopicRegistry(IEnumerable<IInlineTopic> inline, IEnumerable<IJobTopic> jobs)
{
    private readonly FrozenDictionary<string, IInlineTopic> _inline = inline.ToFrozenDictionary(t => t.Topic, StringComparer.Ordinal);
    private readonly FrozenDictionary<string, IJobTopic> _jobs = jobs.ToFrozenDictionary(t => t.Topic, StringComparer.Ordinal);

    /// <summary>The handler inside the commit, or null.</summary>
    public IInlineTopic? FindInline(string topic) => _inline.GetValueOrDefault(topic);

    /// <summary>The handler of the job, or null.</summary>
    public IJobTopic? FindJob(string topic) => _jobs.GetValueOrDefault(topic);
}
