using System.Collections.Immutable;
using CoroGen.Generator.Model;
using CoroGen.Generator.Refusals;

namespace CoroGen.Generator.Lowering;

/// <summary>A lowered body, or what prevents it.</summary>
internal sealed record LoweringResult(StateMachineModel? Machine, ImmutableArray<Refusal> Refusals);
