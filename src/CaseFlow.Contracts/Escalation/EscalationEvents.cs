namespace CaseFlow.Contracts.Escalation;

/// <summary>The secretariat of the body above has the package.</summary>
/// <param name="Body">Key of the receiving body.</param>
public sealed record EscalationReceived(Guid CaseId, string Number, long Version, string Body, DateOnly ReceivedOn) : ICaseEvent;

/// <summary>The body above answered; the answer goes back to the body that sent it and to the case's origin.</summary>
/// <param name="Clauses">Codes of the recorded clauses, in order.</param>
public sealed record EscalationAnswered(
    Guid CaseId, string Number, long Version, string Body, IReadOnlyList<string> Clauses, DateOnly AnsweredOn) : ICaseEvent;
