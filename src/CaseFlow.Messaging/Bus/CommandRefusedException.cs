using CaseFlow.Cases.Language;

namespace CaseFlow.Messaging.Bus;

/// <summary>A command from the bus was refused by the rules. Trying again would not help: it is moved aside with the reason.</summary>
internal sealed class CommandRefusedException(IReadOnlyList<Refusal> refusals)
    : Exception(string.Join("; ", refusals.Select(refusal => refusal.Clause is null ? refusal.Code : $"{refusal.Code} ({refusal.Clause})")));
