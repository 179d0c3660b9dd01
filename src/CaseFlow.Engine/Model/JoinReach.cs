using System.Collections;

namespace CaseFlow.Engine.Model;

/// <summary>
/// From where the incoming flows of an inclusive join can still be reached without passing the join itself
/// (BPMN 2.0.2, section 13.4.3). Computed once; the question at run time is a bit.
/// </summary>
internal sealed class JoinReach
{
    private readonly BitArray[] _byFlow;

    private JoinReach(BitArray[] byFlow) => _byFlow = byFlow;

    /// <param name="join">The gateway.</param>
    /// <param name="elementCount">How many elements its process has.</param>
    internal static JoinReach Of(ElementModel join, int elementCount) =>
        new([.. join.IncomingFlows.Select(flow => Upstream(flow, join, elementCount))]);

    /// <summary>Can a token at <paramref name="from"/> reach the incoming flow with this place in <see cref="ElementModel.Incoming"/>?</summary>
    internal bool CanReach(ElementModel from, int incoming) => _byFlow[incoming][from.Index];

    private static BitArray Upstream(FlowModel flow, ElementModel join, int elementCount)
    {
        var seen = new BitArray(elementCount);
        var open = new Stack<ElementModel>();
        open.Push(flow.Source);
        while (open.TryPop(out var element))
        {
            if (element == join || seen[element.Index])
                continue;
            seen[element.Index] = true;
            if (element.AttachedTo is { } host)
                open.Push(host);
            foreach (var incoming in element.IncomingFlows)
                open.Push(incoming.Source);
        }

        return seen;
    }
}
