// Catches what a card throws, so that one odd posting costs its own turn and nothing else. Called by CrossFade.
import { Component, type ComponentChildren } from "preact";

interface CardBoundaryProps {
  readonly children: ComponentChildren;
  readonly onFault: (fault: unknown) => void;
}

export class CardBoundary extends Component<CardBoundaryProps, { readonly failed: boolean }> {
  override state = { failed: false };

  static override getDerivedStateFromError() {
    return { failed: true };
  }

  override componentDidCatch(fault: unknown) {
    this.props.onFault(fault);
  }

  render() {
    return this.state.failed ? null : this.props.children;
  }
}
